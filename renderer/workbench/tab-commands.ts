import { offerCommands } from '../commands/offer-commands.ts'
import { closeLambdas } from '../features/lambdas/close-lambdas.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import type { Side } from '../features/lambdas/open-tabs.ts'
import { useLayout } from '../shell/layout-store.ts'

/** Offers what can be done with the tabs. */
export function offerTabCommands(): void {
  const lambdas = useLambdas()
  const layout = useLayout()

  const meant = (target?: string): string => target ?? lambdas.activeId ?? ''
  const others = (target?: string): string[] => lambdas.openIds.filter((id) => id !== meant(target))
  const right = (target?: string): string[] =>
    lambdas.openIds.slice(lambdas.openIds.indexOf(meant(target)) + 1)
  const isOpen = (target?: string): boolean => lambdas.openIds.includes(meant(target))
  const several = (): boolean => lambdas.openIds.length > 1
  const close = (ids: readonly string[]): void => void closeLambdas(ids)
  const split =
    (side: Side) =>
    (target?: string): void => {
      layout.show('lambdas')
      lambdas.split(meant(target), side)
    }
  const step = (by: number) => (): void => {
    layout.show('lambdas')
    lambdas.showNext(by)
  }

  offerCommands([
    {
      id: 'tab.close',
      title: 'command.closeTab',
      icon: 'i-lucide-x',
      keys: 'Alt+W',
      windowKeys: 'Mod+W',
      enabled: isOpen,
      run: (target) => close([meant(target)]),
    },
    {
      id: 'tab.closeOthers',
      title: 'command.closeOthers',
      enabled: (target) => isOpen(target) && others(target).length > 0,
      run: (target) => close(others(target)),
    },
    {
      id: 'tab.closeRight',
      title: 'command.closeRight',
      enabled: (target) => isOpen(target) && right(target).length > 0,
      run: (target) => close(right(target)),
    },
    {
      id: 'tab.closeAll',
      title: 'command.closeAll',
      enabled: () => lambdas.openIds.length > 0,
      run: () => close([...lambdas.openIds]),
    },
    {
      id: 'tab.reopen',
      title: 'command.reopenTab',
      icon: 'i-lucide-undo-2',
      keys: 'Alt+Shift+T',
      windowKeys: 'Mod+Shift+T',
      enabled: () => lambdas.canReopen,
      run: () => {
        layout.show('lambdas')
        lambdas.reopen()
      },
    },
    {
      id: 'tab.splitRight',
      title: 'command.splitRight',
      icon: 'i-lucide-panel-right',
      enabled: (target) => meant(target) !== '',
      run: split('right'),
    },
    {
      id: 'tab.splitLeft',
      title: 'command.splitLeft',
      icon: 'i-lucide-panel-left',
      enabled: (target) => meant(target) !== '',
      run: split('left'),
    },
    {
      id: 'tab.next',
      title: 'command.nextTab',
      keys: 'Alt+PageDown',
      windowKeys: 'Control+Tab',
      enabled: several,
      run: step(1),
    },
    {
      id: 'tab.previous',
      title: 'command.previousTab',
      keys: 'Alt+PageUp',
      windowKeys: 'Control+Shift+Tab',
      enabled: several,
      run: step(-1),
    },
    {
      id: 'tab.moveLeft',
      title: 'command.moveTabLeft',
      keys: 'Alt+Shift+PageUp',
      enabled: (target) => lambdas.openIds.indexOf(meant(target)) > 0,
      run: (target) => lambdas.move(meant(target), -1),
    },
    {
      id: 'tab.moveRight',
      title: 'command.moveTabRight',
      keys: 'Alt+Shift+PageDown',
      enabled: (target) => isOpen(target) && right(target).length > 0,
      run: (target) => lambdas.move(meant(target), 1),
    },
  ])
}
