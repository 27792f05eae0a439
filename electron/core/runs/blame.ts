import type { KillReason, Order } from './order.ts'

/** What is known of a process that came up and ended. */
export interface LostProcess {
  /** The orders that it was given and did not answer, in their order. */
  readonly unanswered: readonly Order[]
  readonly isInline: (order: Order) => boolean
  /** Why the studio ended it, and what ran then; null where it was not for an order's sake. */
  readonly killed: { readonly why: KillReason; readonly order: Order | undefined } | null
  /** Orders of users that it had answered. */
  readonly served: number
  readonly complaint: string
  /** Milliseconds since the first that is not answered was begun. */
  readonly elapsedMs: number
}

/** Settles the order that a process ended with; those that may be innocent are left for another process. */
export function blame({ unanswered, isInline, killed, served, complaint, elapsedMs }: LostProcess): void {
  const [head] = unanswered
  if (!head) return
  if (killed) {
    // The order that was meant may have been answered in the meantime.
    if (killed.order === head) head.settle({ kind: 'killed', why: killed.why, elapsedMs })
    return
  }
  for (const order of suspectsAmong(unanswered, isInline)) order.deaths++
  // What died may be what an earlier order left behind.
  if (served > 0 && head.deaths <= 1) return
  head.settle({ kind: 'died', outOfMemory: /out of memory|allocation failed/i.test(complaint), elapsedMs })
}

/**
 * Of the orders that a process was given and did not answer, those that may have run when it ended: the first. Where
 * that is inline, so may all inline ones after it, because a process holds back some of their results for a moment.
 */
export function suspectsAmong(
  unanswered: readonly Order[],
  isInline: (order: Order) => boolean,
): readonly Order[] {
  const apart = unanswered.findIndex((order) => !isInline(order))
  return unanswered.slice(0, apart < 0 ? unanswered.length : Math.max(1, apart))
}
