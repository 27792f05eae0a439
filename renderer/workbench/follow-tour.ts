import { useToast } from '@nuxt/ui/composables'
import { watch } from 'vue'
import { useCases } from '../features/cases/cases-store.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { useSyncJob } from '../features/sync/sync-job-store.ts'
import { useSync } from '../features/sync/sync-store.ts'
import { useTour } from '../features/tour/tour-store.ts'
import { t } from '../messages/translate.ts'
import { useWork } from './work-store.ts'

/** Leads the tour on when the user really does what a step asks for. */
export function followTour(): void {
  const tour = useTour()
  const lambdas = useLambdas()
  const toast = useToast()
  const cases = useCases()
  const sync = useSync()
  const jobs = useSyncJob()
  const work = useWork()

  watch(
    () => work.reported,
    (now) => now && tour.done('run'),
  )
  watch(
    () => {
      const id = lambdas.activeId
      return { id, count: id === null ? undefined : cases.listings.get(id)?.cases.length }
    },
    (now, before) => {
      if (now.id !== before.id || before.count === undefined || now.count === undefined) return
      if (now.count > before.count) tour.done('keep')
    },
  )
  watch(
    () => sync.selected,
    (entry) => entry && tour.done('compare'),
  )
  watch(
    () => jobs.report,
    (report) => {
      if (jobs.work === 'push' && report?.results.some(({ outcome }) => outcome === 'done')) arrive()
    },
  )
  /** The last step was really done: that is the whole way. */
  function arrive(): void {
    if (!tour.isOpen || tour.step !== 'push') return
    tour.done('push')
    toast.add({
      type: 'background',
      title: t('tour.push.did'),
      description: t('tour.end'),
      icon: 'i-lucide-flag',
    })
  }
}
