import { isJsonObject, type JsonValue } from '../../contract/json.ts'
import { mergeObject } from './plain-patch.ts'

/** JSON Merge Patch (RFC 7396): objects are merged, null removes, everything else, lists too, is replaced. */
export function applyMergePatch(target: JsonValue | undefined, patch: JsonValue): JsonValue {
  return isJsonObject(patch) ? mergeObject(target, patch, applyMergePatch) : patch
}
