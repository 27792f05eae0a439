import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { StudioApi } from '../../contract/api.ts'
import { checked, type CheckedApi } from '../../contract/checked.ts'
import { StudioError } from '../../contract/errors.ts'
import { eventLogQuery, type EventLogRun } from '../../contract/models/event-log.ts'
import type { EmitEvent } from '../../contract/transport.ts'
import { say } from '../../contract/words.ts'
import type { Instance } from '../instance/instance.ts'
import type { Instances } from '../instance/instances.ts'
import type { JobControl, Jobs } from '../jobs/jobs.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { mostSearched, newestInstant, readLog, type LogQuery } from './read-log.ts'

/** What reading event logs needs of the studio. */
export interface EventLogPorts {
  readonly open: OpenWorkspace
  readonly instances: Instances
  readonly jobs: Jobs
  readonly emit: EmitEvent
}

/** Entries are asked for this often while a log is followed, in milliseconds. */
const followEveryMs = 2000

/** The calls that read the event logs of instances. */
export function eventLogCalls(ports: EventLogPorts): Pick<CheckedApi<StudioApi>, 'eventLog'> {
  const instance = z.string().min(1)
  return {
    eventLog: {
      read: checked([instance, eventLogQuery], async (name, query) =>
        readLog(await ports.instances.connect(name), await logQuery(ports, name, eventLogQuery.parse(query))),
      ),
      follow: checked([instance, eventLogQuery], async (name, query) => {
        const connected = await ports.instances.connect(name)
        const asked = await logQuery(ports, name, eventLogQuery.parse(query))
        const { jobId } = ports.jobs.start('event-log', (control) => follow(ports, connected, asked, control))
        return { jobId }
      }),
    },
  }
}

/** @throws StudioError `not-on-instance` for a lambda that has no id there */
async function logQuery(
  { open }: EventLogPorts,
  instance: string,
  { slug, ...query }: z.output<typeof eventLogQuery>,
): Promise<LogQuery> {
  if (slug === null) return { ...query, lambdaId: null }
  const { ids, name } = await open.get().read(slug)
  const lambdaId = ids[instance]
  if (lambdaId !== undefined) return { ...query, lambdaId }
  throw notOnInstance(name, instance)
}

/** Why something cannot be asked about a lambda: the workspace has no id of it on the instance. */
export function notOnInstance(name: string, instance: string): StudioError {
  return new StudioError({
    code: 'not-on-instance',
    message: say`${name} has no id on the instance ${instance}.`,
    hint: 'Push it there first, or pull it from there.',
  })
}

/**
 * Tells entries that came since the start, each once, until it is cancelled. What is new goes by the entries that there
 * are: the clock of the server may be another than this one.
 */
async function follow(
  { emit }: EventLogPorts,
  instance: Instance,
  query: LogQuery,
  { jobId, signal }: JobControl,
): Promise<void> {
  // Instants of entries by their ids: those before the newest are not asked for again.
  const told = new Map<number, number>()
  let since = query.since ?? (await newestInstant(instance, signal)) ?? undefined
  const readNew = async (): Promise<readonly EventLogRun[]> => {
    const asked = { ...query, ...(since !== undefined && { since }), limit: mostSearched }
    const { runs } = await readLog(instance, asked, signal).catch(none(signal))
    const fresh = runs.filter(({ entry }) => !told.has(entry)).toReversed()
    for (const { entry, at } of fresh) told.set(entry, Date.parse(at))
    since = fresh.reduce((latest, { at }) => Math.max(latest ?? 0, Date.parse(at)), since)
    for (const [entry, at] of told) if (at < (since ?? 0)) told.delete(entry)
    return fresh
  }
  // The newest entry itself is known already.
  if (query.since === undefined && since !== undefined) await readNew()
  while (!signal.aborted) {
    const fresh = await readNew()
    if (fresh.length > 0) emit('eventLog.entries', { jobId, runs: fresh })
    await pause(followEveryMs, null, { signal }).catch(() => undefined)
  }
}

/** A request that ends because following ends is no failure. */
function none(signal: AbortSignal) {
  return (thrown: unknown): { readonly runs: readonly [] } => {
    if (signal.aborted) return { runs: [] }
    throw thrown
  }
}
