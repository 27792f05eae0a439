import { eventLevel } from '../../electron/contract/models/event-log.ts'
import { offerCommands } from '../commands/offer-commands.ts'
import { useEventLog } from '../features/event-log/event-log-store.ts'
import { levelLooks } from '../features/event-log/level-looks.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { t } from '../messages/translate.ts'
import { usePalette } from '../palette/palette-store.ts'

/** Offers what can be done with the event log. */
export function offerEventCommands(): void {
  const lambdas = useLambdas()
  const log = useEventLog()
  const palette = usePalette()

  function askLevel(): void {
    const levels = eventLevel.options.map((level) => ({
      id: level,
      label: t(levelLooks[level].label),
      icon: levelLooks[level].icon,
      go: () => void log.narrow({ level }),
    }))
    const every = { id: '', label: t('eventLog.allLevels'), go: () => void log.narrow({ level: null }) }
    palette.ask('command.eventLevel', [every, ...levels])
  }

  function askLambda(): void {
    const there = lambdas.lambdas.filter(({ ids }) => Object.hasOwn(ids, log.instance ?? ''))
    const known = there.map(({ id, name }) => ({ id, label: name, go: () => void log.narrow({ slug: id }) }))
    const every = { id: '', label: t('eventLog.allLambdas'), go: () => void log.narrow({ slug: null }) }
    palette.ask('command.eventLambda', [every, ...known])
  }

  offerCommands([
    {
      id: 'events.read',
      title: 'eventLog.readAgain',
      icon: 'i-lucide-refresh-cw',
      screen: 'eventLog',
      keys: 'Alt+R',
      run: () => void log.load(),
    },
    {
      id: 'events.follow',
      title: 'command.followLog',
      icon: 'i-lucide-play',
      screen: 'eventLog',
      run: () => void (log.following ? log.unfollow() : log.follow()),
    },
    {
      id: 'events.showAll',
      title: 'eventLog.showAll',
      icon: 'i-lucide-list',
      screen: 'eventLog',
      enabled: () => log.narrowed,
      run: () => void log.showAll(),
    },
    {
      id: 'events.level',
      title: 'command.eventLevel',
      icon: 'i-lucide-list-filter',
      screen: 'eventLog',
      run: askLevel,
    },
    {
      id: 'events.lambda',
      title: 'command.eventLambda',
      icon: 'i-lucide-list-filter',
      screen: 'eventLog',
      run: askLambda,
    },
  ])
}
