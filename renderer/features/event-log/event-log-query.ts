import type {
  EventLevel,
  EventLogPage,
  EventLogQuery,
  EventLogRun,
} from '../../../electron/contract/models/event-log.ts'

/** What the user narrows the log to. */
export interface LogFilter {
  readonly slug: string | null
  readonly level: EventLevel | undefined
  readonly text: string
}

export function queryOf({ slug, level, text }: LogFilter): EventLogQuery {
  const wanted = text.trim()
  return { slug, limit: 100, ...(level && { level }), ...(wanted !== '' && { text: wanted }) }
}

/** Entries that show at most; older ones fall off while a log is followed. */
const mostShown = 500

/** A page with entries that came since, which are given oldest first; each entry shows once. */
export function withNews(page: EventLogPage, news: readonly EventLogRun[]): EventLogPage {
  const known = new Set(page.runs.map(({ entry }) => entry))
  const fresh = news.filter(({ entry }) => !known.has(entry)).toReversed()
  return { ...page, runs: [...fresh, ...page.runs].slice(0, mostShown) }
}
