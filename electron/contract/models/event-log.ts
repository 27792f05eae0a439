import { z } from 'zod'
import { entryName } from './slug.ts'

/** FusionAuth's levels of an event log entry. */
export const eventLevel = z.enum(['Information', 'Debug', 'Error'])
export type EventLevel = z.infer<typeof eventLevel>

/** Which entries of an instance's event log to read: those of one lambda, or of all lambdas. */
export const eventLogQuery = z.strictObject({
  /** A lambda of the workspace. */
  slug: entryName.nullable().default(null),
  level: eventLevel.optional(),
  /** Must occur in the entry. */
  text: z.string().max(1000).optional(),
  /** Epoch milliseconds. */
  since: z.int().min(0).optional(),
  until: z.int().min(0).optional(),
  limit: z.int().min(1).max(500).default(50),
})
export type EventLogQuery = z.input<typeof eventLogQuery>

/**
 * What one run of a lambda left at one level; FusionAuth gathers the messages of a run into one entry for each level.
 */
export interface EventLogRun {
  /** The number of the entry on the instance. */
  readonly entry: number
  /** ISO 8601. */
  readonly at: string
  readonly level: EventLevel
  /** The first line, which says what the entry is. */
  readonly heading: string
  /** Null where the entry does not name a lambda. */
  readonly lambdaId: string | null
  readonly lambdaName: string | null
  /** What the lambda wrote, or why it failed, line by line. */
  readonly lines: readonly string[]
}

/** Entries of the event log, newest first. */
export interface EventLogPage {
  readonly runs: readonly EventLogRun[]
  /** More entries fit than were read. */
  readonly isPartial: boolean
}
