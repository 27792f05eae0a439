import { isJsonObject, type JsonValue } from '../../contract/json.ts'
import { checkSize } from '../http/body.ts'
import { refuse } from '../http/refusal.ts'
import { applyJsonPatch } from './json-patch.ts'
import { applyMergePatch } from './merge-patch.ts'
import { PatchFault } from './patch-fault.ts'
import { applyPlainPatch } from './plain-patch.ts'

/**
 * Applies the body of a PATCH to the request form of an object, in the way that its media type asks for.
 * What FusionAuth answers to a patch that does not fit is not documented: 400 with a general error here.
 */
export function applyPatch(document: JsonValue, mediaType: string, body: JsonValue | undefined): JsonValue {
  if (body === undefined) return document
  try {
    const patched = patchBy(mediaType)(document, body)
    checkSize(patched)
    return patched
  } catch (fault) {
    if (!(fault instanceof PatchFault)) throw fault
    return refuse('invalidPatch', `The patch cannot be applied: ${fault.message}.`)
  }
}

function patchBy(mediaType: string): (document: JsonValue, patch: JsonValue) => JsonValue {
  if (mediaType === 'application/json-patch+json') return applyJsonPatch
  return mediaType === 'application/merge-patch+json'
    ? mergeRequest(applyMergePatch)
    : mergeRequest(applyPlainPatch)
}

/** A merge of something else than an object would replace the whole request. */
function mergeRequest(merge: typeof applyMergePatch) {
  return (document: JsonValue, patch: JsonValue): JsonValue => {
    if (!isJsonObject(patch)) throw new PatchFault('the body is not a JSON object')
    return merge(document, patch)
  }
}
