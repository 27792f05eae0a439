import { isJsonObject, type JsonValue } from '../../contract/json.ts'

/**
 * FusionAuth's own form of PATCH (`application/json`): objects are merged, null removes, and a list is added to
 * the end of the list that is there, which FusionAuth documents as a limitation.
 */
export function applyPlainPatch(target: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (Array.isArray(patch) && Array.isArray(target))
    return [...(target as JsonValue[]), ...(patch as JsonValue[])]
  return isJsonObject(patch) ? mergeObject(target, patch, applyPlainPatch) : patch
}

type Merge = (target: JsonValue | undefined, patch: JsonValue) => JsonValue

/** Merges property by property. Entries and not assignments, so that `__proto__` is a property like any other. */
export function mergeObject(target: JsonValue | undefined, patch: JsonValue, merge: Merge): JsonValue {
  const merged = new Map(isJsonObject(target) ? Object.entries(target) : [])
  for (const [name, value] of Object.entries(patch as object) as [string, JsonValue][]) {
    if (value === null) merged.delete(name)
    else merged.set(name, merge(merged.get(name), value))
  }
  return Object.fromEntries(merged)
}
