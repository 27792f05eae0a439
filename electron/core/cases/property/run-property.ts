import { StudioError } from '../../../contract/errors.ts'
import type { CaseFile, Property } from '../../../contract/models/case.ts'
import type { Lambda } from '../../../contract/models/lambda.ts'
import type { RunReport } from '../../../contract/models/run.ts'
import type { CaseFailure, CaseReport, Counterexample } from '../../../contract/models/test.ts'
import { inputSchemaOf } from '../../catalogue/input-schema.ts'
import { runLambda } from '../../runs/run-lambda.ts'
import { requestOfCase } from '../case-request.ts'
import { endsWell, failuresOf } from '../match.ts'
import type { PlacedCase } from '../plan-tests.ts'
import type { TestContext } from '../run-tests.ts'

const usualRuns = 100
const usualSeed = 1

type PropertyContext = Pick<TestContext, 'pool' | 'options' | 'signal'>

/** A run that is not as expected. */
interface Broken {
  readonly report: RunReport
  readonly failures: readonly CaseFailure[]
}

/**
 * Runs a property case: varied inputs until one breaks the expectation, which is then made as small as can be.
 * Null where it was cancelled.
 */
export async function runProperty(
  lambda: Lambda,
  { case: name, content }: PlacedCase,
  context: PropertyContext,
): Promise<CaseReport | null> {
  const started = performance.now()
  const { property } = content
  const unvaried = property && (await attempt(lambda, content, context))
  if (!unvaried || context.signal.aborted) return null
  const found = unvaried.failures.length > 0 ? null : await search(lambda, { content, property, context })
  if (context.signal.aborted) return null
  const { report, failures } = found?.broken ?? unvaried
  const status = failures.length === 0 ? 'passed' : 'failed'
  const durationMs = performance.now() - started
  const counterexample = found && { counterexample: found.counterexample }
  return { lambda: lambda.slug, case: name, status, failures, durationMs, report, ...counterexample }
}

interface Search {
  readonly content: CaseFile
  readonly property: Property
  readonly context: PropertyContext
}

async function search(
  lambda: Lambda,
  { content, property, context }: Search,
): Promise<{ readonly broken: Broken; readonly counterexample: Counterexample } | null> {
  const [{ default: fc }, { inputWith, variedInputs }] = await Promise.all([
    import('fast-check'),
    import('./vary.ts'),
  ])
  const seed = property.seed ?? usualSeed
  const inputs = variedInputs(content.input, property.vary, inputSchemaOf(lambda.type))
  let last: Broken | null = null
  const holds = fc.asyncProperty(inputs, async (variations) => {
    const tried = await attempt(lambda, { ...content, input: inputWith(content.input, variations) }, context)
    if (tried && tried.failures.length > 0) last = tried
    return tried?.failures.length === 0
  })
  const checked = await fc.check(holds, { seed, numRuns: property.runs ?? usualRuns })
  const smallest = checked.counterexample?.[0]
  if (!checked.failed || smallest === undefined || last === null) return null
  const input = inputWith(content.input, smallest)
  return { broken: last, counterexample: { input, runs: checked.numRuns, shrinks: checked.numShrinks, seed } }
}

/** One run held against the expectation; null where it was cancelled. */
async function attempt(lambda: Lambda, content: CaseFile, context: PropertyContext): Promise<Broken | null> {
  if (context.signal.aborted) return null
  try {
    const report = await runLambda(context.pool, requestOfCase(lambda, content, context.options))
    return { report, failures: failuresOf(content.expect ?? endsWell, report) }
  } catch (thrown) {
    if (thrown instanceof StudioError && ['run-cancelled', 'studio-closed'].includes(thrown.code)) return null
    throw thrown
  }
}
