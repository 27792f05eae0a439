import { offerCommands } from '../commands/offer-commands.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { usePalette } from '../palette/palette-store.ts'
import { activities } from '../shell/activities.ts'
import { hasCapability } from '../shell/capabilities.ts'
import { useLayout } from '../shell/layout-store.ts'
import { focusMenus } from '../shell/program-menus.ts'
import { showRegion } from '../shell/regions.ts'
import { themeLooks, useTheme } from '../shell/theme-store.ts'
import { useDialogs } from './dialogs-store.ts'

/** Offers what finds commands and places. */
export function offerPaletteCommands(): void {
  const dialogs = useDialogs()
  const palette = usePalette()

  offerCommands([
    {
      id: 'palette.commands',
      title: 'command.palette',
      icon: 'i-lucide-square-terminal',
      keys: 'Mod+Shift+P',
      alsoKeys: ['F1'],
      run: () => palette.show('commands'),
    },
    {
      id: 'palette.places',
      title: 'command.quickOpen',
      icon: 'i-lucide-search',
      keys: 'Mod+P',
      run: () => palette.show('places'),
    },
    {
      id: 'view.problems',
      title: 'command.problems',
      icon: 'i-lucide-circle-alert',
      keys: 'Mod+Shift+M',
      run: () => palette.show('problems'),
    },
    {
      id: 'settings.shortcuts',
      title: 'command.shortcuts',
      icon: 'i-lucide-keyboard',
      keys: 'Mod+Shift+/',
      run: () => void (dialogs.shortcuts = true),
    },
  ])
}

/** Offers what changes what shows, and where. */
export function offerViewCommands(): void {
  const layout = useLayout()
  const lambdas = useLambdas()
  const theme = useTheme()

  function split(): void {
    if (lambdas.otherId === null) splitWithNext()
    else lambdas.join()
  }

  function splitWithNext(): void {
    const beside = lambdas.openIds.find((id) => id !== lambdas.activeId) ?? lambdas.activeId
    if (beside === null) return
    layout.show('lambdas')
    lambdas.split(beside, 'right')
  }

  offerCommands([
    {
      id: 'view.sideBar',
      title: 'command.sideBar',
      icon: 'i-lucide-panel-left',
      keys: 'Mod+B',
      run: layout.toggleSideBar,
    },
    {
      id: 'view.split',
      title: 'command.split',
      icon: 'i-lucide-columns-2',
      keys: 'Mod+\\',
      enabled: () => lambdas.activeId !== null,
      run: split,
    },
    {
      id: 'view.otherSide',
      title: 'command.otherSide',
      icon: 'i-lucide-arrow-left-right',
      keys: 'Alt+\\',
      enabled: () => lambdas.otherId !== null,
      run: () => {
        lambdas.swapSides()
        showRegion(`body-${lambdas.side}`)
      },
    },
    {
      id: 'view.menu',
      title: 'command.menu',
      keys: 'F10',
      enabled: () => !hasCapability('nativeMenu'),
      run: focusMenus,
    },
    {
      id: 'view.nextRegion',
      title: 'command.nextRegion',
      keys: 'F6',
      run: () => showRegion(1),
    },
    {
      id: 'view.previousRegion',
      title: 'command.previousRegion',
      keys: 'Shift+F6',
      run: () => showRegion(-1),
    },
    ...activities.map(({ id, title, icon }, index) => ({
      id: `view.${id}`,
      title,
      icon,
      keys: `Alt+${index + 1}`,
      run: () => layout.choose(id),
    })),
    ...themeLooks.map(({ choice, command, icon }) => ({
      id: `view.theme-${choice}`,
      title: command,
      icon,
      enabled: () => theme.choice !== choice,
      run: () => theme.choose(choice),
    })),
  ])
}
