import type { TestSelection } from '../../electron/contract/models/test.ts'
import { offerCommands } from '../commands/offer-commands.ts'
import { useDocuments } from '../documents/documents-store.ts'
import { useHistory } from '../features/history/history-store.ts'
import { closeLambdas } from '../features/lambdas/close-lambdas.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useTests } from '../features/tests/tests-store.ts'
import { useFailures } from '../shell/failures-store.ts'
import { saveLambdas } from './saving.ts'

/** Offers what can be done with the workspace wherever the user is in it. */
export function offerWorkspaceCommands(): void {
  const documents = useDocuments()
  const history = useHistory()
  const lambdas = useLambdas()
  const tests = useTests()
  const { attempt } = useFailures()

  const test = (selection: TestSelection) => (): void => void attempt(() => tests.start(selection))
  const onActive = (act: (id: string) => unknown) => (): void => {
    if (lambdas.activeId !== null) act(lambdas.activeId)
  }
  const hasActive = (): boolean => lambdas.active !== undefined
  const canTest = (): boolean => !tests.running

  offerCommands([
    {
      id: 'lambda.save',
      title: 'command.save',
      keys: 'Mod+S',
      run: onActive((id) => attempt(() => saveLambdas([id]))),
    },
    {
      id: 'lambda.saveAll',
      title: 'command.saveAll',
      keys: 'Mod+Alt+S',
      enabled: () => documents.unsaved.length > 0,
      run: () => void attempt(() => saveLambdas()),
    },
    {
      id: 'lambda.history',
      title: 'command.history',
      keys: 'Alt+H',
      enabled: hasActive,
      run: onActive(history.toggle),
    },
    {
      id: 'tab.close',
      title: 'command.closeTab',
      keys: 'Alt+W',
      enabled: hasActive,
      run: onActive((id) => closeLambdas([id])),
    },
    { id: 'tests.all', title: 'command.testAll', keys: 'Alt+T', enabled: canTest, run: test({}) },
    {
      id: 'tests.lambda',
      title: 'command.testLambda',
      enabled: () => canTest() && hasActive(),
      run: onActive((id) => attempt(() => tests.start({ slugs: [id] }))),
    },
    {
      id: 'tests.failed',
      title: 'command.testFailed',
      enabled: () => canTest() && tests.totals.failed > 0,
      run: test({ failed: true }),
    },
    {
      id: 'tests.cancel',
      title: 'command.testCancel',
      enabled: () => tests.running,
      run: () => void attempt(tests.cancel),
    },
    { id: 'tests.watch', title: 'command.testWatch', run: () => tests.setWatching(!tests.watching) },
  ])
}
