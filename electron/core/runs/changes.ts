import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/json.ts'
import type { ValueChange } from '../../contract/models/run.ts'

/** A JSON Pointer one step down; RFC 6901 escapes `~` and `/`. */
export function pointer(path: string, key: string | number): string {
  return `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/**
 * What differs between two JSON values, smallest places first come first: objects by key, arrays by index.
 * `path` is the JSON Pointer at which both stand.
 */
export function findChanges(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  path = '',
): ValueChange[] {
  if (before === undefined) return after === undefined ? [] : [{ path, kind: 'added', after }]
  if (after === undefined) return [{ path, kind: 'removed', before }]
  if (isArray(before) && isArray(after)) return changesOfArrays(before, after, path)
  if (isJsonObject(before) && isJsonObject(after)) return changesOfObjects(before, after, path)
  return Object.is(before, after) ? [] : [{ path, kind: 'changed', before, after }]
}

function changesOfArrays(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
  path: string,
): ValueChange[] {
  const length = Math.max(before.length, after.length)
  return Array.from({ length }, (_, at) => findChanges(before[at], after[at], pointer(path, at))).flat()
}

function changesOfObjects(before: JsonObject, after: JsonObject, path: string): ValueChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key) =>
    findChanges(ownValue(before, key), ownValue(after, key), pointer(path, key)),
  )
}

/** The own value of a key: `__proto__` may be one, and must not be read off the prototype. */
export function ownValue(owner: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(owner, key) ? owner[key] : undefined
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}
