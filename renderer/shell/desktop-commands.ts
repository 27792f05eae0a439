import { useToast } from '@nuxt/ui/composables'
import { watch } from 'vue'
import type { Command } from '../commands/command.ts'
import { useCommands } from '../commands/commands-store.ts'
import { useWorkspace } from '../features/workspace/workspace-store.ts'
import { t, type PlainMessageKey } from '../messages/translate.ts'
import { studio } from '../studio.ts'
import { chooseWorkspace } from '../workbench/leave-workspace.ts'
import { hasCapability } from './capabilities.ts'
import { useFailures } from './failures-store.ts'
import { useZoom } from './zoom-store.ts'

/** Where the commands that only a program of its own has stand in its menus, before the others. */
export const desktopGroups: Partial<Record<PlainMessageKey, readonly (readonly string[])[]>> = {
  'menu.view': [['view.zoomIn', 'view.zoomOut', 'view.usualZoom']],
  'menu.file': [['workspace.openFolder', 'window.new'], ['workspace.addOpener']],
  'menu.help': [['help.update']],
}

/** Offers what the host can do beyond a page, once it has said what that is. */
export function offerDesktopCommands(): void {
  const { register } = useCommands()
  const { attempt } = useFailures()
  const workspace = useWorkspace()
  const toast = useToast()
  const zoom = useZoom()
  const add = async (): Promise<void> => {
    const name = await studio.shell.addOpener()
    toast.add({ title: t('desktop.openerAdded', { name }), icon: 'i-lucide-file-check', type: 'background' })
  }
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
  offer('manyWindows', {
    id: 'workspace.addOpener',
    title: 'desktop.addOpener',
    enabled: () => workspace.state === 'open',
    run: () => void attempt(add),
  })
  offer('zoom', {
    id: 'view.zoomIn',
    title: 'desktop.zoomIn',
    icon: 'i-lucide-zoom-in',
    keys: 'Mod+=',
    alsoKeys: ['Mod+Shift+='],
    enabled: () => zoom.canStep(1),
    run: () => zoom.step(1),
  })
  offer('zoom', {
    id: 'view.zoomOut',
    title: 'desktop.zoomOut',
    icon: 'i-lucide-zoom-out',
    keys: 'Mod+-',
    enabled: () => zoom.canStep(-1),
    run: () => zoom.step(-1),
  })
  offer('zoom', {
    id: 'view.usualZoom',
    title: 'desktop.usualZoom',
    keys: 'Mod+0',
    run: zoom.reset,
  })
  offer('updates', {
    id: 'help.update',
    title: 'desktop.checkForUpdate',
    run: () => void attempt(() => studio.shell.checkForUpdate()),
  })
}
