import type { Counterexample } from '../../electron/contract/models/test.ts'
import { offerCommands } from '../commands/offer-commands.ts'
import { useCases } from '../features/cases/cases-store.ts'
import { parseCase } from '../features/cases/parse-case.ts'
import { useInputs } from '../features/inputs/inputs-store.ts'
import { formatInput } from '../features/inputs/parse-input.ts'
import { t } from '../messages/translate.ts'
import { useFailures } from '../shell/failures-store.ts'
import { useWork } from './work-store.ts'

/** Offers what can be done with the input that broke the property case that is worked on. */
export function offerFoundCommands(): void {
  const cases = useCases()
  const inputs = useInputs()
  const work = useWork()
  const { attempt } = useFailures()

  const isFound = (): boolean => work.result?.counterexample !== undefined
  const on = (act: (found: Counterexample) => Promise<void>) => (): void => {
    const found = work.result?.counterexample
    if (found) void attempt(() => act(found))
  }

  /** Puts it into the lambda's own input. */
  async function tryFound({ input }: Counterexample): Promise<void> {
    inputs.edit(work.slug, formatInput(input))
    await cases.choose(work.slug, undefined)
    work.run()
  }

  async function keepFound({ input }: Counterexample): Promise<void> {
    const parsed = parseCase(work.caseDocument?.text ?? '')
    if (!parsed.ok || work.caseName === undefined) return
    const { slug } = work
    const { property: _property, ...content } = parsed.content
    const expect = content.expect ?? { outcome: 'completed' }
    const name = t('counterexample.name', { name: work.caseName })
    const made = await cases.add(slug, { name, content: { ...content, input, expect } })
    await cases.choose(slug, made.name)
  }

  offerCommands([
    {
      id: 'case.tryFound',
      title: 'command.tryFound',
      icon: 'i-lucide-flask-conical',
      screen: 'lambda',
      enabled: isFound,
      run: on(tryFound),
    },
    {
      id: 'case.keepFound',
      title: 'command.keepFound',
      icon: 'i-lucide-plus',
      screen: 'lambda',
      enabled: isFound,
      run: on(keepFound),
    },
  ])
}
