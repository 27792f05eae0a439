import { offerCommands } from '../commands/offer-commands.ts'
import { useHistory } from '../features/history/history-store.ts'
import { snapshotLooks } from '../features/history/snapshot-looks.ts'
import { formatTime, t } from '../messages/translate.ts'
import { usePalette } from '../palette/palette-store.ts'

/** Offers what can be done with the history that shows: with the snapshot that is named, else with the one that shows. */
export function offerHistoryCommands(): void {
  const history = useHistory()
  const palette = usePalette()
  const entries = () => history.listing?.entries ?? []

  const step = (by: number) => (): string | undefined => {
    const at = entries().findIndex(({ id }) => id === history.difference?.entry.id)
    return at < 0 ? undefined : entries()[at + by]?.id
  }
  const older = step(1)
  const newer = step(-1)
  const compare = (id: string | undefined): void => {
    if (id !== undefined) void history.compare(id)
  }

  function askWhich(): void {
    const choices = entries().map(({ id, at, reason }) => ({
      id,
      label: formatTime(at),
      detail: t(snapshotLooks[reason].label),
      icon: snapshotLooks[reason].icon,
      go: () => compare(id),
    }))
    palette.ask('command.compareSnapshot', choices)
  }

  offerCommands([
    {
      id: 'history.restore',
      title: 'command.restore',
      icon: 'i-lucide-archive-restore',
      screen: 'history',
      enabled: (id) => history.differs(id),
      run: (id) => void history.restore(id),
    },
    {
      id: 'history.compare',
      title: 'command.compareSnapshot',
      icon: 'i-lucide-diff',
      screen: 'history',
      enabled: () => entries().length > 0,
      run: (id) => {
        if (id === undefined) askWhich()
        else compare(id)
      },
    },
    {
      id: 'history.older',
      title: 'command.olderSnapshot',
      icon: 'i-lucide-arrow-down',
      screen: 'history',
      enabled: () => older() !== undefined,
      run: () => compare(older()),
    },
    {
      id: 'history.newer',
      title: 'command.newerSnapshot',
      icon: 'i-lucide-arrow-up',
      screen: 'history',
      enabled: () => newer() !== undefined,
      run: () => compare(newer()),
    },
    {
      id: 'history.close',
      title: 'history.close',
      icon: 'i-lucide-x',
      screen: 'history',
      run: history.close,
    },
  ])
}
