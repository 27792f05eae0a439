import { offerCommands } from '../commands/offer-commands.ts'
import { useDifferences } from '../editor/differences-store.ts'
import { useMerging } from '../features/sync/merging-store.ts'
import type { Resolution } from '../features/sync/conflict-markers.ts'

/** Offers what goes through differences and settles conflicts, wherever two texts stand beside each other. */
export function offerDifferenceCommands(): void {
  const differences = useDifferences()
  const merging = useMerging()

  const go = (by: 1 | -1) => (): void => differences.shown.at(-1)?.(by)
  const hasDifferences = (): boolean => differences.shown.length > 0
  const hasConflicts = (): boolean => merging.shown?.hasConflicts() ?? false
  const take = (resolution: Resolution) => (): void => merging.shown?.take(resolution)

  offerCommands([
    {
      id: 'difference.next',
      title: 'command.nextDifference',
      icon: 'i-lucide-chevron-down',
      keys: 'Alt+F5',
      enabled: hasDifferences,
      run: go(1),
    },
    {
      id: 'difference.previous',
      title: 'command.previousDifference',
      icon: 'i-lucide-chevron-up',
      keys: 'Alt+Shift+F5',
      enabled: hasDifferences,
      run: go(-1),
    },
    {
      id: 'merge.takeHere',
      title: 'merge.takeHere',
      icon: 'i-lucide-arrow-left-to-line',
      screen: 'merge',
      enabled: hasConflicts,
      run: take('local'),
    },
    {
      id: 'merge.takeThere',
      title: 'merge.takeThere',
      icon: 'i-lucide-arrow-right-to-line',
      screen: 'merge',
      enabled: hasConflicts,
      run: take('remote'),
    },
    {
      id: 'merge.takeBoth',
      title: 'merge.takeBoth',
      icon: 'i-lucide-combine',
      screen: 'merge',
      enabled: hasConflicts,
      run: take('both'),
    },
    {
      id: 'merge.keep',
      title: 'merge.keep',
      icon: 'i-lucide-check',
      screen: 'merge',
      enabled: () => merging.shown?.isResolved() ?? false,
      run: () => merging.shown?.keep(),
    },
  ])
}
