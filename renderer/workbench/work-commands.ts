import { offerCommands } from '../commands/offer-commands.ts'
import { useWorkList } from '../features/work/work-store.ts'
import { jobTitle } from '../features/work/work-words.ts'
import { formatTime } from '../messages/translate.ts'
import { usePalette } from '../palette/palette-store.ts'
import { useFailures } from '../shell/failures-store.ts'

/** Offers what can be done with long work: with the job that is named, else with one that the user chooses. */
export function offerWorkCommands(): void {
  const palette = usePalette()
  const work = useWorkList()
  const { attempt } = useFailures()

  const cancel = (id: string): void => void attempt(() => work.cancel(id))
  function askWhich(): void {
    const choices = work.running.map((job) => ({
      id: job.id,
      label: jobTitle(job),
      detail: formatTime(job.startedAt),
      icon: 'i-lucide-square',
      go: () => cancel(job.id),
    }))
    palette.ask('command.cancelWork', choices)
  }

  offerCommands([
    {
      id: 'view.work',
      title: 'command.work',
      icon: 'i-lucide-list-checks',
      run: () => void (work.open = !work.open),
    },
    {
      id: 'work.cancel',
      title: 'command.cancelWork',
      icon: 'i-lucide-square',
      enabled: (target) => work.running.some(({ id }) => target === undefined || id === target),
      run: (id) => {
        if (id === undefined) askWhich()
        else cancel(id)
      },
    },
  ])
}
