import { nextTick } from 'vue'
import type { JsonObject } from '../../../electron/contract/json.ts'
import type { UserInput } from '../../../electron/contract/models/directory-user.ts'
import { until } from '../until.ts'
import { useCases } from '../../features/cases/cases-store.ts'
import { formatInput } from '../../features/inputs/parse-input.ts'
import { useInputs } from '../../features/inputs/inputs-store.ts'
import { useLambdas } from '../../features/lambdas/lambdas-store.ts'
import { useLayout } from '../../shell/layout-store.ts'
import { useActiveLambda } from '../active-lambda.ts'
import { useWork } from '../work-store.ts'

/** Puts an input into a lambda's own input editor, shows the lambda, and runs it. */
export async function runWithInput(slug: string, input: JsonObject): Promise<void> {
  const worked = useActiveLambda()
  await useCases().choose(slug, undefined)
  useInputs().edit(slug, formatInput(input))
  show(slug)
  const lambdas = useLambdas()
  await until(() => worked.lambda?.id === slug || worked.failure !== undefined || lambdas.activeId !== slug)
  await nextTick()
  // Who went on meanwhile wants nothing else to run.
  if (worked.lambda?.id === slug) useWork().run()
}

/** Keeps an input as a case of a lambda, and shows it. */
export async function keepAsCase(slug: string, { name, input }: UserInput): Promise<void> {
  const cases = useCases()
  const { name: made } = await cases.add(slug, { name, content: { input } })
  show(slug)
  await cases.choose(slug, made)
}

function show(slug: string): void {
  useLambdas().show(slug)
  useLayout().show('lambdas')
}
