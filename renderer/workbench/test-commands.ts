import type { TestSelection } from '../../electron/contract/models/test.ts'
import { offerCommands } from '../commands/offer-commands.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useTests } from '../features/tests/tests-store.ts'
import { useFailures } from '../shell/failures-store.ts'
import { useLayout } from '../shell/layout-store.ts'
import { onTarget } from './on-target.ts'

/** Offers the tests of the workspace. */
export function offerTestCommands(): void {
  const lambdas = useLambdas()
  const tests = useTests()
  const { attempt } = useFailures()
  const layout = useLayout()

  const test = (selection: TestSelection): void => void attempt(() => tests.start(selection))
  const { meant, on } = onTarget(() => lambdas.activeId)
  const isThere = (target?: string): boolean => lambdas.find(meant(target) ?? '') !== undefined
  const resultOf = (key?: string) => (key === undefined ? undefined : tests.results.get(key))

  offerCommands([
    {
      id: 'tests.all',
      title: 'command.testAll',
      icon: 'i-lucide-play',
      keys: 'Alt+T',
      enabled: () => !tests.running,
      run: () => test({}),
    },
    {
      id: 'tests.lambda',
      title: 'command.testLambda',
      icon: 'i-lucide-list-checks',
      keys: 'Alt+Shift+Enter',
      enabled: (target) => !tests.running && isThere(target),
      run: on((slug) => test({ slugs: [slug] })),
    },
    {
      id: 'tests.case',
      title: 'command.testCase',
      icon: 'i-lucide-play',
      enabled: (key) => !tests.running && resultOf(key) !== undefined,
      run: (key) => {
        const known = resultOf(key)
        if (known) test({ cases: [{ lambda: known.lambda, case: known.case }] })
      },
    },
    {
      id: 'tests.show',
      title: 'command.showTests',
      icon: 'i-lucide-flask-conical',
      run: () => layout.show('tests'),
    },
    {
      id: 'tests.onlyFailed',
      title: 'command.onlyFailed',
      icon: 'i-lucide-list-filter',
      enabled: () => tests.totals.failed > 0 || tests.onlyFailed,
      run: () => void (tests.onlyFailed = !tests.onlyFailed),
    },
    {
      id: 'tests.failed',
      title: 'command.testFailed',
      icon: 'i-lucide-rotate-cw',
      enabled: () => !tests.running && tests.totals.failed > 0,
      run: () => test({ failed: true }),
    },
    {
      id: 'tests.cancel',
      title: 'command.testCancel',
      icon: 'i-lucide-square',
      enabled: () => tests.running,
      run: () => void attempt(tests.cancel),
    },
    {
      id: 'tests.watch',
      title: 'command.testWatch',
      icon: 'i-lucide-eye',
      run: () => tests.setWatching(!tests.watching),
    },
  ])
}
