import type { ExportRequest } from '../../electron/contract/models/exchange.ts'
import type { TestSelection } from '../../electron/contract/models/test.ts'
import { offerCommands } from '../commands/offer-commands.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useTests } from '../features/tests/tests-store.ts'
import { useWorkspace } from '../features/workspace/workspace-store.ts'
import { usePalette } from '../palette/palette-store.ts'
import { useFailures } from '../shell/failures-store.ts'
import { useLayout } from '../shell/layout-store.ts'
import { studio } from '../studio.ts'
import { useDialogs } from './dialogs-store.ts'
import { handOut } from './hand-out.ts'
import { leaveWorkspace, openWorkspace } from './leave-workspace.ts'
import { onTarget } from './on-target.ts'
import { useWorkspaceProblems } from './workspace-problems-store.ts'

/** Offers what can be done with the workspace wherever the user is in it. */
export function offerWorkspaceCommands(): void {
  const dialogs = useDialogs()
  const palette = usePalette()
  const problems = useWorkspaceProblems()
  const workspace = useWorkspace()
  const { attempt } = useFailures()

  const isOpen = (): boolean => workspace.state === 'open'
  async function askRecent(): Promise<void> {
    await workspace.loadRecent()
    const choices = workspace.others.map(({ folder, name }) => ({
      id: folder,
      label: name,
      detail: folder,
      icon: 'i-lucide-folder',
      go: () => void attempt(() => openWorkspace(folder)),
    }))
    palette.ask('command.recentWorkspace', choices)
  }
  const exportAs = (format: ExportRequest['format']) => (): void =>
    void attempt(async () => handOut(await studio.workspace.exportLambdas({ format })))

  offerCommands([
    {
      id: 'workspace.import',
      title: 'command.import',
      icon: 'i-lucide-import',
      enabled: isOpen,
      run: () => void (dialogs.importing = true),
    },
    {
      id: 'workspace.exportZip',
      title: 'command.exportZip',
      icon: 'i-lucide-file-archive',
      enabled: isOpen,
      run: exportAs('zip'),
    },
    {
      id: 'workspace.exportKickstart',
      title: 'command.exportKickstart',
      icon: 'i-lucide-file-json',
      enabled: isOpen,
      run: exportAs('kickstart'),
    },
    {
      id: 'workspace.exportTerraform',
      title: 'command.exportTerraform',
      icon: 'i-lucide-file-code',
      enabled: isOpen,
      run: exportAs('terraform'),
    },
    {
      id: 'workspace.problems',
      title: 'command.fileProblems',
      icon: 'i-lucide-triangle-alert',
      enabled: () => problems.list.length > 0,
      run: () => void (dialogs.fileProblems = true),
    },
    {
      id: 'workspace.leave',
      title: 'command.otherWorkspace',
      icon: 'i-lucide-folder-open',
      enabled: isOpen,
      run: () => void attempt(leaveWorkspace),
    },
    {
      id: 'workspace.openRecent',
      title: 'command.recentWorkspace',
      icon: 'i-lucide-folder',
      enabled: isOpen,
      run: (folder) => void attempt(() => (folder === undefined ? askRecent() : openWorkspace(folder))),
    },
  ])
}

/** Offers the tests of the workspace. */
export function offerTestCommands(): void {
  const lambdas = useLambdas()
  const tests = useTests()
  const { attempt } = useFailures()

  const test = (selection: TestSelection): void => void attempt(() => tests.start(selection))
  const layout = useLayout()
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
