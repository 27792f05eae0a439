import { offerCommands } from '../commands/offer-commands.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { showTarget } from '../features/tour/point-at.ts'
import { useTour } from '../features/tour/tour-store.ts'
import { useWorkspace } from '../features/workspace/workspace-store.ts'

/** Offers the tour, and its steps while it is open. */
export function offerTourCommands(): void {
  const lambdas = useLambdas()
  const tour = useTour()
  const workspace = useWorkspace()

  offerCommands([
    {
      id: 'help.tour',
      title: 'command.tour',
      icon: 'i-lucide-map',
      enabled: () => workspace.state === 'open' && lambdas.lambdas.length > 0,
      run: tour.resume,
    },
    {
      id: 'tour.show',
      title: 'command.showTourStep',
      icon: 'i-lucide-locate-fixed',
      screen: 'tour',
      run: () => showTarget(tour.step),
    },
    {
      id: 'tour.back',
      title: 'command.tourBack',
      icon: 'i-lucide-arrow-left',
      screen: 'tour',
      enabled: () => tour.place.step > 0,
      run: tour.back,
    },
    {
      id: 'tour.next',
      title: 'command.tourNext',
      icon: 'i-lucide-arrow-right',
      screen: 'tour',
      run: tour.next,
    },
    { id: 'tour.leave', title: 'tour.leave', icon: 'i-lucide-x', screen: 'tour', run: tour.leave },
  ])
}
