import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/json.ts'
import { ownValue } from './changes.ts'

/** The keys of a JSON Pointer, unescaped (RFC 6901). */
export function keysOf(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The value at a JSON Pointer; undefined where there is none. */
export function valueAt(root: JsonValue | undefined, path: string): JsonValue | undefined {
  return keysOf(path).reduce<JsonValue | undefined>((value, key) => {
    if (Array.isArray(value)) return (value as readonly JsonValue[])[Number(key)]
    return isJsonObject(value) ? ownValue(value, key) : undefined
  }, root)
}

/** A copy with the value at a JSON Pointer set, or taken away where it is undefined. Missing parents are made. */
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
  if (Array.isArray(owner)) return setInArray(owner as readonly JsonValue[], key, rest, value)
  const object = isJsonObject(owner) ? owner : {}
  const next = setIn(ownValue(object, key), rest, value)
  const entries = Object.entries(object)
  const at = entries.findIndex(([name]) => name === key)
  if (next === undefined) return Object.fromEntries(entries.filter((_, index) => index !== at))
  if (at < 0) return Object.fromEntries([...entries, [key, next]])
  return Object.fromEntries(entries.with(at, [key, next]))
}

function setInArray(
  list: readonly JsonValue[],
  key: string,
  rest: readonly string[],
  value: JsonValue | undefined,
): JsonValue {
  const at = Number(key)
  const next = setIn(list[at], rest, value)
  return next === undefined ? list.toSpliced(at, 1) : Object.assign([...list], { [at]: next })
}
