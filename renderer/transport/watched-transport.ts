import { StudioError } from '../../electron/contract/errors.ts'
import type { EventName, StudioEvents } from '../../electron/contract/events.ts'
import type { CallResult, Transport, Unsubscribe } from '../../electron/contract/transport.ts'
import { unreachable } from './unreachable.ts'

type ConnectionListener = (connected: boolean) => void

/** Passes everything on and tells whether the studio answers, by what becomes of the calls. */
export class WatchedTransport implements Transport {
  readonly #inner: Transport
  readonly #listeners = new Set<ConnectionListener>()
  #connected = true

  constructor(inner: Transport) {
    this.#inner = inner
  }

  async call(path: string, args: readonly unknown[]): Promise<CallResult> {
    try {
      const result = await this.#inner.call(path, args)
      this.#tell(true)
      return result
    } catch (thrown) {
      this.#tell(false)
      throw thrown instanceof StudioError ? thrown : new StudioError(unreachable, { cause: thrown })
    }
  }

  on<E extends EventName>(event: E, listener: (payload: StudioEvents[E]) => void): Unsubscribe {
    return this.#inner.on(event, listener)
  }

  onConnectionChange(listener: ConnectionListener): Unsubscribe {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(connected: boolean): void {
    if (this.#connected === connected) return
    this.#connected = connected
    for (const listener of this.#listeners) listener(connected)
  }
}
