import type { ExportRequest } from '../../electron/contract/models/exchange.ts'
import { offerCommands } from '../commands/offer-commands.ts'
import { useWorkspace } from '../features/workspace/workspace-store.ts'
import { usePalette } from '../palette/palette-store.ts'
import { useFailures } from '../shell/failures-store.ts'
import { studio } from '../studio.ts'
import { useDialogs } from './dialogs-store.ts'
import { handOut } from './hand-out.ts'
import { leftOutFailure } from './left-out.ts'
import { leaveWorkspace, openWorkspace } from './leave-workspace.ts'
import { useWorkspaceProblems } from './workspace-problems-store.ts'

/** Offers what can be done with the workspace wherever the user is in it. */
export function offerWorkspaceCommands(): void {
  const dialogs = useDialogs()
  const palette = usePalette()
  const problems = useWorkspaceProblems()
  const workspace = useWorkspace()
  const { attempt, show } = useFailures()

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
    void attempt(async () => {
      const { file, slugs, leftOut } = await studio.workspace.exportLambdas({ format })
      if ((await handOut(file)) && leftOut.length > 0) show(leftOutFailure(slugs.length, leftOut))
    })

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
