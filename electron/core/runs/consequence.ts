import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../contract/json.ts'
import type { LambdaTypeInfo } from '../../contract/models/lambda-type.ts'
import type { Consequence, RunOutcome } from '../../contract/models/run.ts'
import { messageOf, said, say } from '../../contract/words.ts'
import { valueAt } from './json-pointer.ts'

/** What FusionAuth does in this outcome for this type, as far as it is documented. */
export function consequenceOf(type: LambdaTypeInfo, outcome: RunOutcome, kept: JsonObject): Consequence {
  switch (outcome) {
    case 'completed':
      return isDenied(type, kept) ? denied : type.consequences.completed
    case 'threw':
      return type.consequences.threw
    case 'refused':
      return refused
    case 'timed-out':
    case 'out-of-memory':
    case 'crashed':
      return limited(type)
  }
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

/** FusionAuth documents limits for requests alone, none for the time or the memory of a lambda. */
function limited({ consequences }: LambdaTypeInfo): Consequence {
  return said<Consequence>({
    code: 'not-documented',
    message: say`FusionAuth documents no limit of time or memory for a lambda; the limit is the studio's own. Where FusionAuth gives the lambda up, it counts as one that threw: ${messageOf(consequences.threw)}`,
  })
}

function isDenied(type: LambdaTypeInfo, kept: JsonObject): boolean {
  if (!type.parameters.some(({ name }) => name === 'result')) return false
  return ['/result/errors/fieldErrors', '/result/errors/generalErrors'].some((path) =>
    hasEntries(valueAt(kept, path)),
  )
}

function hasEntries(value: JsonValue | undefined): boolean {
  if (isJsonArray(value)) return value.length > 0
  return isJsonObject(value) && Object.keys(value).length > 0
}
