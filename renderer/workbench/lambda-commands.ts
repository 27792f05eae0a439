import { offerCommands } from '../commands/offer-commands.ts'
import { useCloseGuard } from '../documents/close-guard.ts'
import { useDocuments } from '../documents/documents-store.ts'
import { useHistory } from '../features/history/history-store.ts'
import { useDeletion } from '../features/lambdas/deletion-store.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useSettings } from '../features/settings/settings-store.ts'
import { useTests } from '../features/tests/tests-store.ts'
import { useWorkspace } from '../features/workspace/workspace-store.ts'
import { t } from '../messages/translate.ts'
import { useFailures } from '../shell/failures-store.ts'
import { useActiveLambda } from './active-lambda.ts'
import { useDialogs } from './dialogs-store.ts'
import { onTarget } from './on-target.ts'
import { saveLambdas } from './saving.ts'
import { undoOffer } from './undo-offer.ts'
import { useWork } from './work-store.ts'

/** Offers what can be done with a lambda: with the one that a menu was opened on, else with the one that shows. */
export function offerLambdaCommands(): void {
  const dialogs = useDialogs()
  const documents = useDocuments()
  const history = useHistory()
  const lambdas = useLambdas()
  const work = useWork()
  const worked = useActiveLambda()
  const workspace = useWorkspace()
  const { attempt } = useFailures()
  const remove = lambdaRemoval()

  const { isThere, on } = onTarget(() => lambdas.activeId)

  offerCommands([
    {
      id: 'lambda.new',
      title: 'command.newLambda',
      icon: 'i-lucide-plus',
      keys: 'Alt+N',
      windowKeys: 'Mod+N',
      enabled: () => workspace.state === 'open',
      run: () => void (dialogs.newLambda = true),
    },
    {
      id: 'lambda.save',
      title: 'command.save',
      icon: 'i-lucide-save',
      keys: 'Mod+S',
      enabled: isThere,
      run: on((id) => attempt(() => saveLambdas([id]))),
    },
    {
      id: 'lambda.saveAll',
      title: 'command.saveAll',
      icon: 'i-lucide-save-all',
      keys: 'Mod+Alt+S',
      enabled: () => documents.unsaved.length > 0,
      run: () => void attempt(() => saveLambdas()),
    },
    {
      id: 'lambda.run',
      title: 'command.run',
      icon: 'i-lucide-play',
      keys: 'Mod+Enter',
      enabled: () => worked.lambda !== undefined && !work.running,
      run: () => work.run(),
    },
    {
      id: 'lambda.runAnyway',
      title: 'command.runAnyway',
      icon: 'i-lucide-play',
      enabled: () => !work.running && work.reported?.report.outcome === 'refused',
      run: () => work.run(true),
    },
    {
      id: 'lambda.stop',
      title: 'command.stop',
      icon: 'i-lucide-square',
      enabled: () => work.running,
      run: work.stop,
    },
    {
      id: 'lambda.history',
      title: 'command.history',
      icon: 'i-lucide-history',
      keys: 'Alt+H',
      enabled: isThere,
      run: on(history.toggle),
    },
    {
      id: 'lambda.changeType',
      title: 'command.changeType',
      icon: 'i-lucide-replace',
      enabled: () => worked.lambda !== undefined,
      run: () => void (dialogs.changingType = true),
    },
    {
      id: 'lambda.rename',
      title: 'command.renameLambda',
      icon: 'i-lucide-pencil',
      enabled: isThere,
      run: on((id) => (dialogs.renamedLambda = id)),
    },
    {
      id: 'lambda.duplicate',
      title: 'command.duplicateLambda',
      icon: 'i-lucide-copy',
      enabled: isThere,
      run: on((id) => attempt(() => lambdas.duplicate(id))),
    },
    {
      id: 'lambda.delete',
      title: 'command.deleteLambda',
      icon: 'i-lucide-trash-2',
      enabled: isThere,
      run: on((id) => attempt(() => remove(id))),
    },
  ])
}

/** What deletes a lambda, once unsaved text is decided about, and offers to bring it back. */
function lambdaRemoval(): (id: string) => Promise<void> {
  const documents = useDocuments()
  const deletion = useDeletion()
  const guard = useCloseGuard()
  const lambdas = useLambdas()
  const settings = useSettings()
  const tests = useTests()
  const offerUndo = undoOffer()

  return async (id) => {
    const name = lambdas.find(id)?.name ?? ''
    if (settings.values['confirm.delete'] && !(await deletion.ask(name))) return
    if (!(await guard.mayClose([id]))) return
    const undo = await lambdas.remove(id)
    documents.closeLambda(id)
    tests.forgetLambda(id)
    offerUndo(t('lambda.deleted', { name }), undo)
  }
}
