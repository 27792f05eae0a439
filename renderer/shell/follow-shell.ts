import { watch } from 'vue'
import type { Arrival } from '../../electron/contract/models/shell.ts'
import { useDocuments } from '../documents/documents-store.ts'
import { useForms } from '../forms/forms-store.ts'
import { mayLeavePage } from '../forms/may-leave-page.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useWorkspace } from '../features/workspace/workspace-store.ts'
import { t } from '../messages/translate.ts'
import { onStudioEvent, studio } from '../studio.ts'
import { until } from '../workbench/until.ts'
import { hasCapability } from './capabilities.ts'
import { useFailures } from './failures-store.ts'
import { useLayout } from './layout-store.ts'

/** Does what the program around the page asks for: links that were followed, notices, and closing the window. */
export function followShell(): void {
  const documents = useDocuments()
  const forms = useForms()
  onStudioEvent('shell.arrived', () => void take())
  onStudioEvent('shell.closing', () => void answerClosing())
  watch(
    () => [hasCapability('manyWindows'), documents.unsaved.length + forms.touched.length > 0] as const,
    ([hasWindow, unsaved]) => {
      // The mark is put there again with the next change; that nothing answers is said elsewhere.
      if (hasWindow) void studio.shell.markUnsaved(unsaved).catch(() => undefined)
    },
  )
  void take()
}

/** A window whose texts cannot be saved stays, and says why. */
async function answerClosing(): Promise<void> {
  const { attempt } = useFailures()
  const mayClose = await attempt(mayLeavePage)
  await attempt(() => studio.shell.answerClosing(mayClose ?? false))
}

async function take(): Promise<void> {
  const arrivals = await studio.shell.takeArrivals().catch(() => [])
  for (const arrival of arrivals) await receive(arrival)
}

async function receive(arrival: Arrival): Promise<void> {
  if (arrival.kind === 'notice') useFailures().show(arrival.notice)
  else await showLambda(arrival.slug)
}

/** A link is followed once the workspace is there; it may have been written long ago. */
async function showLambda(slug: string): Promise<void> {
  const lambdas = useLambdas()
  const workspace = useWorkspace()
  await until(() => workspace.entered)
  if (!lambdas.find(slug)) {
    useFailures().show({
      code: 'link-to-no-lambda',
      message: t('desktop.noLambda', { slug }),
      hint: t('desktop.noLambdaHint'),
    })
    return
  }
  useLayout().show('lambdas')
  lambdas.show(slug)
}
