import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/json.ts'
import { kindOf, valueAt, type Owner } from './owners.ts'

/** One step of a JSON Patch (RFC 6902). */
export type PatchOperation = Readonly<Record<'op' | 'path', string>> & { readonly value?: JsonValue }

/**
 * The JSON Patch that puts a lambda at one field of an object, and that the server only carries out while the object is
 * as it was read: it tests what the field holds, or, where the object lacks the field, when it was changed last. Null
 * where neither can be told, so that nothing would guard it.
 */
export function guardedPatch(
  owner: Owner,
  apiField: string,
  next: string | null,
): readonly PatchOperation[] | null {
  const path = apiField.split('.').slice(1)
  const held = valueAt(owner.fields, path)
  const guard = held === undefined ? (['lastUpdateInstant'] as const) : path
  const seen = valueAt(owner.fields, guard)
  if (seen === undefined) return null
  const test: PatchOperation = { op: 'test', path: pointer(owner, guard), value: seen }
  if (held !== undefined && next === null) return [test, { op: 'remove', path: pointer(owner, path) }]
  const place = missingFrom(owner.fields, path)
  return [
    test,
    {
      op: held === undefined ? 'add' : 'replace',
      path: pointer(owner, place),
      value: nested(path.slice(place.length), next),
    },
  ]
}

/** An object with one value in its depths. */
export function nested(path: readonly string[], value: JsonValue): JsonValue {
  const [name, ...rest] = path
  return name === undefined ? value : ({ [name]: nested(rest, value) } satisfies JsonObject)
}

/** The shortest beginning of a path that is not there yet; all of it where it is. */
function missingFrom(fields: JsonValue, path: readonly string[]): readonly string[] {
  const at = path.findIndex((_, index) => !isJsonObject(valueAt(fields, path.slice(0, index + 1)) ?? null))
  return at === -1 ? path : path.slice(0, at + 1)
}

/** Names in these paths are letters and digits alone, so that nothing is to be escaped. */
function pointer({ kind }: Owner, path: readonly string[]): string {
  return `/${[kindOf(kind).one, ...path].join('/')}`
}
