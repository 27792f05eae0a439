import type { HistoryEntry } from '../../../electron/contract/models/history.ts'
import { clock, localeTag } from '../../messages/locale.ts'

/** The snapshots of one day. */
export interface HistoryDay {
  readonly day: string
  readonly entries: readonly HistoryEntry[]
}

const days = new Intl.DateTimeFormat(localeTag, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const times = new Intl.DateTimeFormat(localeTag, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  ...clock,
})

/** Snapshots by the user's own days, in the order that they come in. */
export function groupByDay(entries: readonly HistoryEntry[]): HistoryDay[] {
  return [...Map.groupBy(entries, ({ at }) => days.format(new Date(at)))].map(([day, members]) => ({
    day,
    entries: members,
  }))
}

export const timeOf = ({ at }: HistoryEntry): string => times.format(new Date(at))
