import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../contract/json.ts'
import { ownValue } from './changes.ts'

/** The keys of a JSON Pointer, unescaped (RFC 6901). */
export function keysOf(path: string): string[] {
  const keys = path.split('/').slice(1)
  return path.includes('~') ? keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~')) : keys
}

/** The value at a JSON Pointer; undefined where there is none. */
export function valueAt(root: JsonValue | undefined, path: string): JsonValue | undefined {
  return valueUnder(root, keysOf(path))
}

/** As {@link valueAt}, for the keys of a pointer that is followed often. */
export function valueUnder(root: JsonValue | undefined, keys: readonly string[]): JsonValue | undefined {
  let value = root
  for (const key of keys) {
    if (isJsonArray(value)) value = value[indexOf(key) ?? value.length]
    else value = isJsonObject(value) ? ownValue(value, key) : undefined
  }
  return value
}

/**
 * A copy with the value at a JSON Pointer set, or taken away where it is undefined. Missing parents are made as
 * objects. In an array a place beyond the end appends, and what is no index changes nothing.
 */
export function withValueAt(root: JsonObject, path: string, value: JsonValue | undefined): JsonObject {
  return setIn(root, keysOf(path), value) as JsonObject
}

function setIn(
  owner: JsonValue | undefined,
  keys: readonly string[],
  value: JsonValue | undefined,
): JsonValue | undefined {
  const [key, ...rest] = keys
  if (key === undefined) return value
  if (isJsonArray(owner)) return setInArray(owner, key, rest, value)
  const object = isJsonObject(owner) ? owner : {}
  const next = setIn(ownValue(object, key), rest, value)
  // Spreading copies a key named __proto__ as a key, and so does defining it.
  const copy = { ...object }
  if (next === undefined) return Reflect.deleteProperty(copy, key) ? copy : object
  return Object.defineProperty(copy, key, {
    value: next,
    writable: true,
    enumerable: true,
    configurable: true,
  })
}

function setInArray(
  list: readonly JsonValue[],
  key: string,
  rest: readonly string[],
  value: JsonValue | undefined,
): JsonValue {
  const at = key === '-' ? list.length : indexOf(key)
  if (at === null) return list
  const next = setIn(list[at], rest, value)
  if (next === undefined) return list.toSpliced(at, 1)
  return at < list.length ? list.with(at, next) : [...list, next]
}

/** RFC 6901 writes an index without leading zeros. */
function indexOf(key: string): number | null {
  return /^(0|[1-9]\d*)$/.test(key) ? Number(key) : null
}
