import { z } from 'zod'
import { depthLimit, isJsonObject, isTooDeep, type JsonObject } from '../json.ts'
import { fetchRule, runInput, textByName } from './run.ts'
import type { RunOutcome, RunReport } from './run.ts'
import { entryName } from './slug.ts'
import type { WorkspaceProblem } from './workspace.ts'

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

/** What a lambda leaves is nested no deeper, so that no more can be expected of it. */
const expectedArguments = z
  .custom<JsonObject>(
    (value) => isJsonObject(value) && !isTooDeep(value),
    `must be a JSON object keyed by parameter name, nested no deeper than ${depthLimit}`,
  )
  .meta({ type: 'object' })

/** What must be true of a run's report for a case to pass; whatever is left out is not looked at. */
export const expectation = z.strictObject({
  /** How the run must end; completed where neither this nor throws is said. */
  outcome: runOutcome.optional(),
  /** A deep subset of the arguments afterwards: objects may have more keys, lists must be equal in length. */
  arguments: expectedArguments.optional(),
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

/** Vary the input at these places and look for a throw or a broken expectation. */
export const property = z.strictObject({
  /** Places in the input; each and all below it are varied from the type's declaration. */
  vary: z.array(argumentPath).min(1),
  /** Inputs to try. */
  runs: z.int().min(1).max(100_000).optional(),
  /** Makes the inputs repeatable. */
  seed: z.int().optional(),
})
export type Property = z.infer<typeof property>

/** A case as it stands in `lambdas/<slug>/cases/<case>.json`; without `expect` it is an example to run. */
export const caseFile = z.strictObject({
  /** An object with a key for each argument; a missing key passes undefined. */
  input: runInput,
  /** Rules that answer requests; the first that fits counts. */
  fetch: z.array(fetchRule).optional(),
  /** Test values by name, for `context.services.secrets.get`. */
  secrets: textByName.optional(),
  /** The instant that `Date` starts from, ISO 8601. */
  clock: z.iso.datetime({ offset: true }).optional(),
  /** Makes Math.random repeatable. */
  seed: z.int().optional(),
  /** The lambda's `debug` field during this case. */
  debug: z.boolean().optional(),
  /** Makes it a property case, which varies its input. */
  property: property.optional(),
  /** What must be true of the run. */
  expect: expectation.optional(),
})
export type CaseFile = z.infer<typeof caseFile>

/** What a case is, as lists show it. */
export interface CaseSummary {
  /** The file's name without its ending. */
  readonly name: string
  /** `example`: no expectation. `property`: varies its input. */
  readonly kind: 'example' | 'expectation' | 'property'
}

/** The cases of one lambda by name, and the files that could not be read. */
export interface CaseListing {
  readonly cases: readonly CaseSummary[]
  readonly problems: readonly WorkspaceProblem[]
}

/** The cases of a lambda by their names alone, whatever is wrong with them. */
export interface NamedCases {
  readonly slug: string
  readonly names: readonly string[]
}

/** A case with its file's text; `content` is null where the text is not a case, which `problem` then says. */
export interface CaseDocument {
  readonly name: string
  readonly text: string
  /** Stands for the text as it is on disk now. */
  readonly revision: string
  readonly content: CaseFile | null
  readonly problem: WorkspaceProblem | null
}

/** How a save ended. `conflict`: the file was changed by somebody else, and nothing was written. */
export type CaseSaveOutcome =
  | { readonly kind: 'saved'; readonly document: CaseDocument }
  | { readonly kind: 'conflict'; readonly document: CaseDocument }

/** Which parts of a report a new expectation holds fast. */
export const expectationChoice = z.strictObject({
  outcome: z.boolean().default(true),
  /** Only what the lambda changed, all arguments, or these places. */
  arguments: z.union([z.enum(['changes', 'all', 'none']), z.array(argumentPath)]).default('changes'),
  /** Places that the lambda removed. */
  absent: z.boolean().default(true),
  console: z.boolean().default(false),
  dropped: z.boolean().default(false),
  throws: z.boolean().default(true),
})
export type ExpectationChoice = z.input<typeof expectationChoice>

/** What of a report an expectation is made from. */
export type ExpectableReport = Pick<RunReport, 'outcome' | 'changes' | 'console' | 'dropped' | 'error'> & {
  readonly arguments: JsonObject
}

/** A case to be made; its file's name is made from `name`. */
export const newCase = z.strictObject({ name: z.string().min(1).max(1000), content: caseFile })
export type NewCase = z.infer<typeof newCase>

/** A case that was deleted, with its text as it stood, whatever was wrong with it. */
export const deletedCase = z.strictObject({ name: entryName, text: z.string() })
export type DeletedCase = z.infer<typeof deletedCase>

/** A case's new text. */
export const caseChange = z.strictObject({
  slug: entryName,
  case: entryName,
  text: z.string(),
  /** The revision that the change started from; left out, whatever is on disk is replaced. */
  basedOn: z.string().optional(),
})
export type CaseChange = z.infer<typeof caseChange>
