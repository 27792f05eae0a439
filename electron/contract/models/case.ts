import { z } from 'zod'
import { fetchRule, runInput, textByName } from './run.ts'
import type { RunOutcome } from './run.ts'

const runOutcome: z.ZodType<RunOutcome> = z.enum([
  'completed',
  'threw',
  'timed-out',
  'out-of-memory',
  'crashed',
  'refused',
])

/** A JSON Pointer whose first segment is a parameter name, for example `/jwt/roles`. */
const argumentPath = z.string().regex(/^(\/([^~/]|~[01])*)+$/, {
  error: 'A path is a JSON Pointer that starts with a parameter name, for example /jwt/roles.',
})

/** What must be true of a run's report for a case to pass; whatever is left out is not looked at. */
const expectation = z.strictObject({
  outcome: runOutcome.optional(),
  /** A deep subset of the arguments afterwards: objects may have more keys, lists must be equal in length. */
  arguments: runInput.optional(),
  /** Places that must not exist afterwards. */
  absent: z.array(argumentPath).optional(),
  /** Each must occur in the text of some console entry. */
  console: z.array(z.string().min(1)).optional(),
  /** Writes that FusionAuth must have discarded. */
  dropped: z.array(argumentPath).optional(),
  /** Must occur in the message of what the lambda threw. */
  throws: z.string().min(1).optional(),
})
export type Expectation = z.infer<typeof expectation>

/** A case as it stands in `lambdas/<slug>/cases/<case>.json`; without `expect` it is an example to run. */
export const caseFile = z.strictObject({
  input: runInput,
  fetch: z.array(fetchRule).optional(),
  /** Test values by name, for `context.services.secrets.get`. */
  secrets: textByName.optional(),
  /** The instant that `Date` starts from, ISO 8601. */
  clock: z.iso.datetime({ offset: true }).optional(),
  seed: z.int().optional(),
  /** The lambda's `debug` field during this case. */
  debug: z.boolean().optional(),
  expect: expectation.optional(),
})
export type CaseFile = z.infer<typeof caseFile>
