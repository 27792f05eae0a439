import { StudioError } from '../../electron/contract/errors.ts'
import type { EventName, StudioEvents } from '../../electron/contract/events.ts'
import type { CallResult, Transport, Unsubscribe } from '../../electron/contract/transport.ts'
import { unreachable } from './unreachable.ts'

type ConnectionListener = (connected: boolean) => void

/** A transport that may lose events on the way tells when they come again. */
export interface InnerTransport extends Transport {
  onResume?(listener: () => void): Unsubscribe
}

/** Passes everything on and tells whether the studio answers, by what becomes of the calls. */
export class WatchedTransport implements Transport {
  readonly #inner: InnerTransport
  readonly #listeners = new Set<ConnectionListener>()
  readonly #resumeListeners = new Set<() => void>()
  #connected = true

  constructor(inner: InnerTransport) {
    this.#inner = inner
    inner.onResume?.(() => this.#tellResumed())
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

  /** Told when the studio answers again, or its events come again: what it told in between was not heard. */
  onResume(listener: () => void): Unsubscribe {
    this.#resumeListeners.add(listener)
    return () => this.#resumeListeners.delete(listener)
  }

  #tell(connected: boolean): void {
    if (this.#connected === connected) return
    this.#connected = connected
    for (const listener of this.#listeners) listener(connected)
    if (connected) this.#tellResumed()
  }

  #tellResumed(): void {
    for (const listener of this.#resumeListeners) listener()
  }
}
