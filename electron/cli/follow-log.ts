import { StudioError } from '../contract/errors.ts'
import type { StudioEvents } from '../contract/events.ts'
import type { EventLogQuery, EventLogRun } from '../contract/models/event-log.ts'
import type { EmitEvent } from '../contract/transport.ts'
import type { CommandContext } from './context.ts'
import { openInstance, type InstanceOption } from './instance-option.ts'

/** Gives new entries of an event log until the user has enough. @throws StudioError where following fails */
export async function followLog(
  context: CommandContext,
  options: InstanceOption,
  { query, print }: { readonly query: EventLogQuery; readonly print: (runs: readonly EventLogRun[]) => void },
): Promise<void> {
  const failed = Promise.withResolvers<never>()
  const emit: EmitEvent = (event, payload) => {
    if (event === 'eventLog.entries') print((payload as StudioEvents['eventLog.entries']).runs)
    if (event !== 'jobs.changed') return
    const { error } = payload as StudioEvents['jobs.changed']
    if (error) failed.reject(new StudioError(error))
  }
  const { studio, instance } = await openInstance(context, options, { emit })
  const { jobId } = await studio.eventLog.follow(instance.id, query)
  await Promise.race([context.process.interrupted(), failed.promise])
  await studio.jobs.cancel(jobId)
}
