import { isDeepStrictEqual } from 'node:util'
import { isJsonObject, type JsonObject, type JsonValue } from '../../../contract/json.ts'

/** A place in a JSON object whose value shall be another; undefined removes it. */
export interface PlaceChange {
  readonly path: readonly string[]
  readonly after: JsonValue | undefined
}

/** What must change for `before` to become `after`: objects are looked into, lists are taken whole. */
export function changedPlaces(
  before: JsonObject,
  after: JsonObject,
  path: readonly string[] = [],
): readonly PlaceChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key) => {
    const [old, next] = [ownValue(before, key), ownValue(after, key)]
    const place = [...path, key]
    if (isDeepStrictEqual(old, next)) return []
    return isJsonObject(old) && isJsonObject(next)
      ? changedPlaces(old, next, place)
      : [{ path: place, after: next }]
  })
}

/** The value at a place; undefined where there is none. */
export function valueAt(object: JsonObject, path: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = object
  for (const key of path) value = isJsonObject(value) ? ownValue(value, key) : undefined
  return value
}

/** The object with its places changed; objects on the way are made where they are missing. */
export function withPlaces(object: JsonObject, places: readonly PlaceChange[]): JsonObject {
  return places.reduce((changed, { path, after }) => withPlace(changed, path, after), object)
}

function withPlace(object: JsonObject, path: readonly string[], after: JsonValue | undefined): JsonObject {
  const [key = '', ...rest] = path
  if (rest.length === 0 && after === undefined) {
    return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key))
  }
  const old = ownValue(object, key)
  const next = rest.length === 0 ? after : withPlace(isJsonObject(old) ? old : {}, rest, after)
  // Entries and no assignment, so that `__proto__` is a key like any other.
  return Object.fromEntries([...new Map([...Object.entries(object), [key, next as JsonValue]])])
}

/** JSON Merge Patch (RFC 7396) that makes the changes. */
export function mergePatchOf(places: readonly PlaceChange[]): JsonObject {
  return withPlaces(
    {},
    places.map(({ path, after }) => ({ path, after: after ?? null })),
  )
}

/** Whether a merge patch cannot say the value: null in it means to remove. */
export function holdsNull(value: JsonValue | undefined): boolean {
  if (value === null) return true
  if (isJsonObject(value)) return Object.values(value).some(holdsNull)
  return false
}

/** JSON Pointer (RFC 6901). */
export function pointerOf(path: readonly string[]): string {
  return path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function ownValue(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
