import type { ErrorData } from '../errors.ts'

/** Something that takes a while. `done` and `total` count the same thing, such as cases. */
export interface Job {
  readonly id: string
  readonly kind: 'test' | 'property' | 'sync' | 'event-log' | 'members' | 'member-run'
  readonly state: 'running' | 'done' | 'cancelled' | 'failed'
  readonly done: number
  readonly total: number
  /** ISO 8601. */
  readonly startedAt: string
  /** ISO 8601; there once it has ended. */
  readonly endedAt?: string
  /** Why it failed, where it did. */
  readonly error?: ErrorData
}
