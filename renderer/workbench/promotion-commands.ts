import type { PromotionEntry } from '../../electron/contract/models/promotion.ts'
import { offerCommands } from '../commands/offer-commands.ts'
import { useInstances } from '../features/instances/instances-store.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { isAble } from '../features/sync/promotion-entries.ts'
import { usePromotion } from '../features/sync/promotion-store.ts'
import { useReview } from '../features/sync/review-store.ts'
import { useSyncJob } from '../features/sync/sync-job-store.ts'
import { usePalette } from '../palette/palette-store.ts'
import { useLayout } from '../shell/layout-store.ts'

/** Offers what can be done about promoting from one instance to another. */
export function offerPromotionCommands(): void {
  const instances = useInstances()
  const jobs = useSyncJob()
  const palette = usePalette()
  const promotion = usePromotion()
  const review = useReview()

  const others = () => instances.list.filter(({ id }) => id !== instances.current?.id)
  function askTarget(): void {
    const choices = others().map(({ id, name, url }) => ({
      id,
      label: name,
      detail: url,
      icon: 'i-lucide-server',
      go: () => void promotion.choose(instances.current?.id ?? '', id),
    }))
    palette.ask('command.promotionTarget', choices)
  }

  offerCommands([
    {
      id: 'promotion.promote',
      title: 'command.promoteChosen',
      icon: 'i-lucide-arrow-right',
      screen: 'promotion',
      keys: 'Alt+P',
      enabled: () => promotion.chosen.length > 0 && !jobs.running,
      run: () => review.begin('promotion'),
    },
    {
      id: 'promotion.compare',
      title: 'sync.compareAgain',
      icon: 'i-lucide-refresh-cw',
      screen: 'promotion',
      keys: 'Alt+R',
      enabled: () => promotion.to !== undefined,
      run: () => void promotion.compare(),
    },
    {
      id: 'promotion.target',
      title: 'command.promotionTarget',
      icon: 'i-lucide-server',
      screen: 'promotion',
      enabled: () => others().length > 0,
      run: askTarget,
    },
    {
      id: 'promotion.assign',
      title: 'command.promoteAssignments',
      icon: 'i-lucide-link',
      screen: 'promotion',
      run: () => void promotion.setAssign(!promotion.assign),
    },
    {
      id: 'promotion.chooseAll',
      title: 'command.chooseAll',
      icon: 'i-lucide-list-checks',
      screen: 'promotion',
      enabled: () => promotion.entries.length > 0,
      run: () => promotion.chooseAll(true),
    },
    {
      id: 'promotion.chooseNone',
      title: 'command.chooseNone',
      icon: 'i-lucide-list-x',
      screen: 'promotion',
      enabled: () => promotion.entries.length > 0,
      run: () => promotion.chooseAll(false),
    },
  ])
}

/** Offers what can be done with one lambda of a promotion: the one a menu was opened on, else the one that is selected. */
export function offerPromotionEntryCommands(): void {
  const lambdas = useLambdas()
  const layout = useLayout()
  const promotion = usePromotion()

  const meant = (target?: string): PromotionEntry | undefined =>
    target === undefined ? promotion.selected : promotion.entries.find(({ slug }) => slug === target)
  const include = (on: boolean) => (target?: string) => {
    const entry = meant(target)
    if (entry) promotion.setChosen(entry, on)
  }
  const canTurn = (on: boolean) => (target?: string) => {
    const entry = meant(target)
    return entry !== undefined && isAble(entry) && promotion.isChosen(entry) !== on
  }

  offerCommands([
    {
      id: 'promotion.include',
      title: 'command.include',
      icon: 'i-lucide-square-check',
      screen: 'promotion',
      enabled: canTurn(true),
      run: include(true),
    },
    {
      id: 'promotion.leave',
      title: 'command.chooseLeave',
      icon: 'i-lucide-circle-slash',
      screen: 'promotion',
      enabled: canTurn(false),
      run: include(false),
    },
    {
      id: 'promotion.openLambda',
      title: 'command.openLambda',
      icon: 'i-lucide-square-function',
      screen: 'promotion',
      enabled: (target) => lambdas.find(meant(target)?.slug ?? '') !== undefined,
      run: (target) => {
        layout.show('lambdas')
        lambdas.show(meant(target)?.slug ?? '')
      },
    },
  ])
}
