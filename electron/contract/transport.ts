import type { ErrorData } from './errors.ts'
import type { EventName, StudioEvents } from './events.ts'

/** The answer to one call: its value, or why there is none. */
export type CallResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: ErrorData }

/** Takes an event off again. */
export type Unsubscribe = () => void

/** What a face needs to reach the studio, whatever lies between: memory, Electron IPC or HTTP. */
export interface Transport {
  /** Sends one call; `path` is `group.method`. Rejects only where the studio could not be reached. */
  readonly call: (path: string, args: readonly unknown[]) => Promise<CallResult>
  /** Listens for one kind of event until the returned function is called. */
  readonly on: <E extends EventName>(event: E, listener: (payload: StudioEvents[E]) => void) => Unsubscribe
}

/** Where the studio puts its events; hosts pass them on to every face. */
export type EmitEvent = <E extends EventName>(event: E, payload: StudioEvents[E]) => void
