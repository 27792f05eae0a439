import fc from 'fast-check'
import type { JsonObject } from '../../../contract/json.ts'
import type { CaseFile, Property } from '../../../contract/models/case.ts'
import type { Lambda } from '../../../contract/models/lambda.ts'
import type { CaseReport, Counterexample } from '../../../contract/models/test.ts'
import { describeLambdaType } from '../../catalogue/catalogue.ts'
import { inputSchemaOf } from '../../catalogue/input-schema.ts'
import { runLambdas } from '../../runs/run-lambdas.ts'
import { requestOfCase } from '../case-request.ts'
import { judge, type Judged } from '../judge.ts'
import type { PlacedCase } from '../plan-tests.ts'
import type { TestContext } from '../run-tests.ts'
import { placesWithoutEffect } from './places-without-effect.ts'
import { inputWith, plainVariations, variedInputs, type Variation } from './vary.ts'

const usualRuns = 100
const usualSeed = 1

type PropertyContext = Pick<TestContext, 'pool' | 'options' | 'signal'>

/** Inputs tried before it is looked whether one broke the expectation: all their reports are held until then. */
const triedAtOnce = 1000

/** What broke the expectation. */
interface Found {
  readonly tried: Judged
  readonly counterexample: Counterexample
}

/**
 * Runs a property case: the input as it is, then varied inputs until one breaks the expectation, which is made as
 * small as can be. Null where it was cancelled.
 */
export async function runProperty(
  lambda: Lambda,
  { case: name, content }: PlacedCase,
  context: PropertyContext,
): Promise<CaseReport | null> {
  const started = performance.now()
  const search = new Search(lambda, content, context)
  const [unvaried] = await search.tryAll([content.input])
  if (!unvaried || !content.property) return null
  const wrong = [
    ...placesWithoutEffect(content.property.vary, content.input, describeLambdaType(lambda.type)),
    ...unvaried.failures,
  ]
  const found = wrong.length > 0 ? null : await search.find(content.property)
  if (context.signal.aborted) return null
  const { report, failures } = found?.tried ?? { ...unvaried, failures: wrong }
  return {
    lambda: lambda.slug,
    case: name,
    status: failures.length === 0 ? 'passed' : 'failed',
    failures,
    durationMs: performance.now() - started,
    report,
    ...(found && { counterexample: found.counterexample }),
  }
}

class Search {
  readonly #lambda: Lambda
  readonly #content: CaseFile
  readonly #context: PropertyContext

  constructor(lambda: Lambda, content: CaseFile, context: PropertyContext) {
    this.#lambda = lambda
    this.#content = content
    this.#context = context
  }

  /** The plainest variations first, because they are what goes wrong most and need not be made smaller. */
  async find({ vary, runs = usualRuns, seed = usualSeed }: Property): Promise<Found | null> {
    const { input } = this.#content
    const schema = inputSchemaOf(this.#lambda.type)
    const plain = plainVariations(input, vary, schema).slice(0, Math.ceil(runs / 2))
    const mixed = variedInputs(input, vary, schema)
    const settings = { seed, numRuns: Math.max(1, runs - plain.length) }
    const sampled = fc.sample(mixed, settings)
    const broken = await this.#firstBroken([...plain, ...sampled].slice(0, runs))
    if (!broken) return null
    const { at, tried, input: varied } = broken
    const found = { tried, counterexample: { input: varied, runs: at + 1, shrinks: 0, seed } }
    return at < plain.length
      ? found
      : this.#shrink(mixed, found, { ...settings, path: String(at - plain.length) })
  }

  /** The first of these that breaks the expectation; none is tried after the ones that were tried with it. */
  async #firstBroken(variations: readonly (readonly Variation[])[]) {
    for (let from = 0; from < variations.length && !this.#context.signal.aborted; from += triedAtOnce) {
      const some = variations.slice(from, from + triedAtOnce)
      const inputs = some.map((each) => inputWith(this.#content.input, each))
      const results = await this.tryAll(inputs)
      const at = results.findIndex((each) => each !== null && each.failures.length > 0)
      const [tried, input] = [results[at], inputs[at]]
      if (tried && input) return { at: from + at, tried, input }
    }
    return null
  }

  /** Goes on from the sample that broke: fast-check makes the same one again and looks for smaller ones. */
  async #shrink(
    inputs: fc.Arbitrary<readonly Variation[]>,
    found: Found,
    settings: { readonly seed: number; readonly numRuns: number; readonly path: string },
  ): Promise<Found> {
    let tried = found.tried
    const holds = fc.asyncProperty(inputs, async (variations) => {
      const [result] = await this.tryAll([inputWith(this.#content.input, variations)])
      if (result && result.failures.length > 0) tried = result
      return !result || result.failures.length === 0
    })
    const { counterexample, numShrinks } = await fc.check(holds, settings)
    const [smallest] = counterexample ?? []
    if (!smallest) return found
    const input = inputWith(this.#content.input, smallest)
    return { tried, counterexample: { ...found.counterexample, input, shrinks: numShrinks } }
  }

  /** Runs the lambda on each input; null for those that were cancelled. */
  async tryAll(inputs: readonly JsonObject[]): Promise<readonly (Judged | null)[]> {
    const { pool, options, signal } = this.#context
    const tried = inputs.map((): Judged | null => null)
    const requests = inputs.map((input) => requestOfCase(this.#lambda, { ...this.#content, input }, options))
    await runLambdas(pool, requests, (result, index) => (tried[index] = judge(this.#content, result)), signal)
    return tried
  }
}
