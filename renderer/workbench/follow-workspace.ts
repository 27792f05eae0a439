import { watch } from 'vue'
import { useCloseGuard } from '../documents/close-guard.ts'
import type { DocumentPlace } from '../documents/document.ts'
import { useDocuments } from '../documents/documents-store.ts'
import { restoreDrafts } from '../documents/restore-drafts.ts'
import { useCases } from '../features/cases/cases-store.ts'
import { useEventLog } from '../features/event-log/event-log-store.ts'
import { useHistory } from '../features/history/history-store.ts'
import { useInputs } from '../features/inputs/inputs-store.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { recallTabs, rememberTabs, type OpenTabs } from '../features/lambdas/open-tabs.ts'
import { useTests } from '../features/tests/tests-store.ts'
import { useWorkspace } from '../features/workspace/workspace-store.ts'
import { useConnection } from '../shell/connection-store.ts'
import { useFailures } from '../shell/failures-store.ts'
import { onStudioEvent, studio } from '../studio.ts'
import { saveText } from './saving.ts'
import { recallSession, rememberSession } from './session.ts'

/** Shows the workspace that is open: its lambdas, the tabs of the last visit, and text that was never saved. */
export async function enterWorkspace(): Promise<void> {
  const workspace = useWorkspace()
  await workspace.load()
  if (!workspace.info) return
  const { folder } = workspace.info
  const lambdas = useLambdas()
  useInputs().enter(folder)
  const last = recallTabs(localStorage, folder)
  const [restored] = await Promise.all([restoreDrafts(), lambdas.load()])
  const [first] = lambdas.lambdas
  const fallback: OpenTabs = {
    openIds: first ? [first.id] : [],
    activeId: first?.id ?? null,
    otherId: null,
    side: 'left',
  }
  if (lambdas.openIds.length === 0) lambdas.restore(last ?? fallback)
  await recallSession(folder)
  workspace.entered = true
  await show(restored)
  await useTests().recall()
}

/** Text that was found again opens by itself, so that it is seen. */
async function show(restored: readonly DocumentPlace[]): Promise<void> {
  const lambdas = useLambdas()
  const cases = useCases()
  for (const { slug, part } of restored.toReversed()) {
    if (lambdas.find(slug)) lambdas.show(slug)
    if (part.kind === 'case') await cases.choose(slug, part.case)
  }
}

/** Keeps the page in step with the workspace on disk, whoever changes it. */
export function followWorkspace(): void {
  const workspace = useWorkspace()
  const lambdas = useLambdas()
  const { attempt } = useFailures()
  useCloseGuard().saveBy(saveText)

  onStudioEvent('workspace.opened', ({ folder }) => {
    if (workspace.entering || folder === workspace.info?.folder) return
    // Nothing of one workspace must come to stand in another: the page begins anew.
    if (workspace.info) location.reload()
    else void attempt(enterWorkspace)
  })
  onStudioEvent('workspace.changed', ({ slugs, config, gone }) => {
    // A workspace that is being made or opened is read whole at the end.
    if (workspace.entering) return
    workspace.gone = gone
    if (!gone) void attempt(() => readAgain(slugs, config))
  })
  onStudioEvent('workspace.unwatched', ({ reason }) => (workspace.unwatched = reason))

  rememberSession()
  watch(
    () => [workspace.info?.folder, lambdas.tabs] as const,
    ([folder, tabs]) => {
      if (workspace.entered && folder !== undefined) rememberTabs(localStorage, folder, tabs)
    },
  )
  watch(
    () => useConnection().resumed,
    () => void attempt(resume),
  )
}

/** Reads lambdas again that were changed on disk. */
export async function readAgain(slugs: readonly string[], config: boolean): Promise<void> {
  const documents = useDocuments()
  const cases = useCases()
  const tests = useTests()
  const workspace = useWorkspace()
  const level = workspace.info?.config.ecmaVersion
  await Promise.all([
    ...slugs.flatMap((slug) => documents.ofLambda(slug)).map(({ place }) => documents.reread(place)),
    ...slugs.filter((slug) => cases.listings.has(slug)).map((slug) => cases.load(slug)),
  ])
  await Promise.all([useLambdas().load(), config ? workspace.load() : undefined, useHistory().load()])
  slugs.forEach(tests.forgetCoverage)
  // Of studio.json, the language level alone says how lambdas run.
  tests.saved(workspace.info?.config.ecmaVersion === level ? slugs : 'all')
}

/** What happened meanwhile was not told: everything that is open is read again. */
async function resume(): Promise<void> {
  const workspace = useWorkspace()
  const folder = workspace.info?.folder
  if (folder === undefined) return enterWorkspace()
  const current = await studio.workspace.current()
  if (current && current.folder !== folder) {
    location.reload()
    return
  }
  if (!current) await studio.workspace.open(folder)
  const log = useEventLog()
  await Promise.all([
    readAgain(useLambdas().openIds, true),
    useTests().recall(),
    log.following ? log.restart() : undefined,
  ])
}
