import { offerCommands } from '../commands/offer-commands.ts'
import { useInstances } from '../features/instances/instances-store.ts'
import { planFilters, type Direction, type PlanFilter } from '../features/sync/plan-entries.ts'
import { filterLabels } from '../features/sync/entry-look.ts'
import { useReview } from '../features/sync/review-store.ts'
import { useSyncJob } from '../features/sync/sync-job-store.ts'
import { useSync } from '../features/sync/sync-store.ts'
import { t } from '../messages/translate.ts'
import { usePalette } from '../palette/palette-store.ts'
import { pushOrPull, reviewFirst } from './push-and-pull.ts'

/** Offers what can be done with the plan: compare, choose, push and pull. */
export function offerSyncCommands(): void {
  const instances = useInstances()
  const jobs = useSyncJob()
  const palette = usePalette()
  const review = useReview()
  const sync = useSync()

  const mayGo = (direction: Direction) => (): boolean =>
    !jobs.running && !review.deciding && sync.chosenFor(direction).length > 0
  const hasPlan = (): boolean => (sync.plan?.entries.length ?? 0) > 0
  const filter = (by: PlanFilter): void => void (sync.filter = by)
  const askFilter = (): void =>
    palette.ask(
      'command.filterPlan',
      planFilters.map((id) => ({ id, label: t(filterLabels[id]), go: () => filter(id) })),
    )

  offerCommands([
    {
      id: 'sync.compare',
      title: 'sync.compareAgain',
      icon: 'i-lucide-refresh-cw',
      screen: 'sync',
      keys: 'Alt+R',
      enabled: () => instances.current !== undefined,
      run: () => void sync.refresh(),
    },
    {
      id: 'sync.push',
      title: 'command.push',
      icon: 'i-lucide-arrow-up',
      keys: 'Alt+P',
      enabled: mayGo('push'),
      run: () => void pushOrPull('push'),
    },
    {
      id: 'sync.reviewPush',
      title: 'command.reviewPush',
      icon: 'i-lucide-list-checks',
      keys: 'Alt+Shift+P',
      enabled: mayGo('push'),
      run: () => reviewFirst('push'),
    },
    {
      id: 'sync.pull',
      title: 'command.pull',
      icon: 'i-lucide-arrow-down',
      keys: 'Alt+L',
      enabled: mayGo('pull'),
      run: () => void pushOrPull('pull'),
    },
    {
      id: 'sync.reviewPull',
      title: 'command.reviewPull',
      icon: 'i-lucide-list-checks',
      keys: 'Alt+Shift+L',
      enabled: mayGo('pull'),
      run: () => reviewFirst('pull'),
    },
    {
      id: 'sync.chooseAll',
      title: 'command.chooseAll',
      icon: 'i-lucide-list-checks',
      screen: 'sync',
      enabled: hasPlan,
      run: () => sync.chooseAll(true),
    },
    {
      id: 'sync.chooseNone',
      title: 'command.chooseNone',
      icon: 'i-lucide-list-x',
      screen: 'sync',
      enabled: hasPlan,
      run: () => sync.chooseAll(false),
    },
    {
      id: 'sync.filter',
      title: 'command.filterPlan',
      icon: 'i-lucide-list-filter',
      screen: 'sync',
      enabled: () => sync.plan !== undefined,
      run: (by) => {
        const wanted = planFilters.find((each) => each === by)
        if (wanted) filter(wanted)
        else askFilter()
      },
    },
  ])
}
