import type { Order } from './order.ts'

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
