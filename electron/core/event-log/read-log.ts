import { z } from 'zod'
import {
  eventLevel,
  type EventLogPage,
  type EventLogRun,
  type eventLogQuery,
} from '../../contract/models/event-log.ts'
import type { Instance } from '../instance/instance.ts'
import { parseEntry } from './parse-entry.ts'

export type LogQuery = Omit<z.output<typeof eventLogQuery>, 'slug'> & {
  /** The lambda's id on the instance; null for all lambdas. */
  readonly lambdaId: string | null
}

/** The last one that a date can tell, in epoch milliseconds. */
const latestInstant = 8.64e15

const answer = z.looseObject({
  eventLogs: z
    .array(
      z.looseObject({
        id: z.int(),
        insertInstant: z.number().min(0).max(latestInstant),
        message: z.string().catch(''),
        type: eventLevel.catch('Information'),
      }),
    )
    .default([]),
  total: z.number().optional(),
})

/** Entries asked for at once; the log also holds entries that are of no lambda. */
const pageSize = 100
/** The most entries that are looked through for one answer. */
export const mostSearched = 2000

/** Reads what lambdas left in the event log, newest first. */
export async function readLog(
  instance: Instance,
  query: LogQuery,
  signal?: AbortSignal,
): Promise<EventLogPage> {
  const runs: EventLogRun[] = []
  const seen = new Set<number>()
  for (let startRow = 0; startRow < mostSearched; startRow += pageSize) {
    const { eventLogs } = await instance.call(
      answer,
      (client) => client.searchEventLogs({ search: criteriaOf(query, startRow) }),
      { signal },
    )
    // What is logged meanwhile moves entries on to the next page.
    const unseen = eventLogs.filter(({ id }) => !seen.has(id))
    for (const { id } of unseen) seen.add(id)
    runs.push(...unseen.map(parseEntry).filter((run) => fits(run, query)))
    if (runs.length > query.limit) return { runs: runs.slice(0, query.limit), isPartial: true }
    if (eventLogs.length < pageSize) return { runs, isPartial: false }
  }
  return { runs, isPartial: true }
}

/** When the newest entry was made, by the clock of the server; null where the log is empty. */
export async function newestInstant(instance: Instance, signal?: AbortSignal): Promise<number | null> {
  const search = { startRow: 0, numberOfResults: 1, orderBy: 'insertInstant DESC' }
  const { eventLogs } = await instance.call(answer, (client) => client.searchEventLogs({ search }), {
    signal,
  })
  return eventLogs[0]?.insertInstant ?? null
}

/** The server narrows by one text; the id of the lambda narrows best. */
function criteriaOf({ lambdaId, level, text, since, until }: LogQuery, startRow: number): object {
  const message = lambdaId ?? text
  return {
    ...(message !== undefined && { message }),
    ...(level && { type: level }),
    ...(since !== undefined && { start: since }),
    ...(until !== undefined && { end: until }),
    startRow,
    numberOfResults: pageSize,
    orderBy: 'insertInstant DESC',
  }
}

/** Searches match by their own rules, so what comes is held against the query again. */
function fits(run: EventLogRun, { lambdaId, level, text, since, until }: LogQuery): boolean {
  const at = Date.parse(run.at)
  const isOfLambda = lambdaId === null ? run.lambdaId !== null : run.lambdaId === lambdaId.toLowerCase()
  const words = [run.heading, run.lambdaName ?? '', ...run.lines].join('\n').toLowerCase()
  return (
    isOfLambda &&
    (level === undefined || run.level === level) &&
    (text === undefined || words.includes(text.toLowerCase())) &&
    at >= (since ?? -Infinity) &&
    at <= (until ?? Infinity)
  )
}
