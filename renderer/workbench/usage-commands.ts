import type { AssignmentCandidate } from '../../electron/contract/models/assignment.ts'
import type { PlainMessageKey } from '../messages/translate.ts'
import { offerCommands } from '../commands/offer-commands.ts'
import { useUsage } from '../features/usage/usage-store.ts'
import { isAt, ownerLooks, placeKey, purposeOf } from '../features/usage/usage-words.ts'
import { usePalette } from '../palette/palette-store.ts'

/** Offers what can be done with where a lambda is used: at the place that is named, else at one that the user chooses. */
export function offerUsageCommands(): void {
  const palette = usePalette()
  const usage = useUsage()

  const isHere = (place: AssignmentCandidate): boolean => isAt(place, usage.lambda?.id ?? null)
  const takes = (place: AssignmentCandidate): boolean => usage.lambda !== undefined && !isHere(place)

  const fitting = (fits: (place: AssignmentCandidate) => boolean, target?: string): AssignmentCandidate[] => {
    const named = target === undefined ? undefined : usage.placeOf(target)
    const places = target === undefined ? (usage.candidates?.candidates ?? []) : named ? [named] : []
    return places.filter(fits)
  }
  function propose(title: PlainMessageKey, places: readonly AssignmentCandidate[], assigned: boolean): void {
    const choices = places.map((place) => ({
      id: placeKey(place),
      label: place.owner.name,
      detail: purposeOf(place),
      icon: ownerLooks[place.owner.kind].icon,
      go: () => usage.propose(place, assigned),
    }))
    palette.ask(title, choices)
  }
  const act =
    (title: PlainMessageKey, fits: (place: AssignmentCandidate) => boolean, assigned: boolean) =>
    (target?: string): void => {
      const places = fitting(fits, target)
      const [place] = places
      if (target !== undefined && place) usage.propose(place, assigned)
      else propose(title, places, assigned)
    }

  offerCommands([
    {
      id: 'usage.assign',
      title: 'command.assign',
      icon: 'i-lucide-link',
      screen: 'usage',
      enabled: (target) => fitting(takes, target).length > 0,
      run: act('command.assign', takes, true),
    },
    {
      id: 'usage.take',
      title: 'command.takeAssignment',
      icon: 'i-lucide-unlink',
      screen: 'usage',
      enabled: (target) => fitting(isHere, target).length > 0,
      run: act('command.takeAssignment', isHere, false),
    },
    {
      id: 'usage.look',
      title: 'command.lookForUsage',
      icon: 'i-lucide-refresh-cw',
      screen: 'usage',
      run: () => void usage.refresh(),
    },
  ])
}
