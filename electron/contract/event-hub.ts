import type { EventName, StudioEvents } from './events.ts'
import type { EmitEvent, Unsubscribe } from './transport.ts'

/** Hears every event of the studio. */
export type EventListener = <E extends EventName>(event: E, payload: StudioEvents[E]) => void

/**
 * Passes the studio's events on to however many faces listen. One that throws, such as of a window that is gone, hears no
 * more, and does not keep others from hearing.
 */
export class EventHub {
  readonly #listeners = new Set<EventListener>()

  readonly emit: EmitEvent = (event, payload) => {
    for (const listener of [...this.#listeners]) {
      try {
        listener(event, payload)
      } catch {
        this.#listeners.delete(listener)
      }
    }
  }

  /** Hears all events until the returned function is called. */
  subscribe(listener: EventListener): Unsubscribe {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
