import type { SandboxResult, SandboxTask } from '../../contract/models/sandbox.ts'

/** How a task ended, seen from outside the sandbox process. */
export type TaskEnd =
  | { readonly kind: 'answered'; readonly result: SandboxResult }
  | { readonly kind: 'killed'; readonly why: KillReason; readonly elapsedMs: number }
  | { readonly kind: 'died'; readonly outOfMemory: boolean; readonly elapsedMs: number }
  | { readonly kind: 'unavailable'; readonly complaint: string }

/** Why the studio itself ended a task. */
export type KillReason = 'time' | 'cancelled' | 'closed'

/** A task on its way through the pool. */
export interface Order {
  readonly task: SandboxTask
  /** Someone waits for this one task: it goes before a batch, and never behind another task of its process. */
  readonly urgent: boolean
  /** Processes that died of unknown cause while it ran. */
  deaths: number
  /** Ends the order; only the first call counts. */
  readonly settle: (end: TaskEnd) => void
  settled: boolean
}

export function createOrder(task: SandboxTask, urgent: boolean, onEnd: (end: TaskEnd) => void): Order {
  const order: Order = {
    task,
    urgent,
    deaths: 0,
    settled: false,
    settle: (end) => {
      if (order.settled) return
      order.settled = true
      onEnd(end)
    },
  }
  return order
}
