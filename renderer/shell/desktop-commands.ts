import { watch } from 'vue'
import { useCommands, type Command } from '../commands/commands-store.ts'
import type { PlainMessageKey } from '../messages/translate.ts'
import { studio } from '../studio.ts'
import { chooseWorkspace } from '../workbench/leave-workspace.ts'
import { hasCapability } from './capabilities.ts'
import { useFailures } from './failures-store.ts'

/** Where the commands that only a program of its own has stand in its menus, before the others. */
export const desktopGroups: Partial<Record<PlainMessageKey, readonly (readonly string[])[]>> = {
  'menu.file': [['workspace.openFolder', 'window.new']],
  'menu.help': [['help.update']],
}

/** Offers what the host can do beyond a page, once it has said what that is. */
export function offerDesktopCommands(): void {
  const { register } = useCommands()
  const { attempt } = useFailures()
  const offer = (capability: Parameters<typeof hasCapability>[0], command: Command): void => {
    watch(
      () => hasCapability(capability),
      (has, _before, onCleanup) => {
        if (has) onCleanup(register([command]))
      },
      { immediate: true },
    )
  }
  offer('nativeDialogs', {
    id: 'workspace.openFolder',
    title: 'desktop.openFolder',
    keys: 'Mod+O',
    run: () => void attempt(chooseWorkspace),
  })
  offer('manyWindows', {
    id: 'window.new',
    title: 'desktop.newWindow',
    keys: 'Mod+Shift+N',
    run: () => void attempt(() => studio.shell.openWindow()),
  })
  offer('updates', {
    id: 'help.update',
    title: 'desktop.checkForUpdate',
    run: () => void attempt(() => studio.shell.checkForUpdate()),
  })
}
