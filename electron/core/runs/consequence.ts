import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/json.ts'
import type { LambdaTypeInfo } from '../../contract/models/lambda-type.ts'
import type { Consequence, RunOutcome } from '../../contract/models/run.ts'
import { valueAt } from './json-pointer.ts'

/** What FusionAuth does in this outcome for this type, as far as it is documented. */
export function consequenceOf(type: LambdaTypeInfo, outcome: RunOutcome, kept: JsonObject): Consequence {
  if (outcome === 'refused') return refused
  if (outcome !== 'completed') return type.consequences.threw
  return isDenied(kept) ? denied : type.consequences.completed
}

const refused: Consequence = {
  code: 'not-run',
  message:
    'The checks found that FusionAuth would not run this body as meant, so it was not run here either.',
}

/** Source: FusionAuth's pages on login validation and self-service registration validation. */
const denied: Consequence = {
  code: 'denied',
  message:
    'The lambda left errors in the result, so FusionAuth denies the step and hands the errors to the caller.',
}

function isDenied(kept: JsonObject): boolean {
  return ['/result/errors/fieldErrors', '/result/errors/generalErrors'].some((path) =>
    hasEntries(valueAt(kept, path)),
  )
}

function hasEntries(value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0
  return isJsonObject(value) && Object.keys(value).length > 0
}
