import type { EventName, StudioEvents } from '../../electron/contract/events.ts'
import { StudioError } from '../../electron/contract/errors.ts'
import type { CallResult, Transport, Unsubscribe } from '../../electron/contract/transport.ts'
import { say } from '../../electron/contract/words.ts'
import { unreachable } from './unreachable.ts'

/** One event as it comes off the stream. */
interface EventMessage {
  readonly data: string
}

/** The part of `EventSource` that the transport uses. */
export interface EventStream {
  addEventListener(type: string, listener: (event: EventMessage) => void): void
  removeEventListener(type: string, listener: (event: EventMessage) => void): void
}

export interface HttpTransportOptions {
  /** Address of the host, with a slash at its end. */
  readonly baseUrl: string | URL
  readonly fetch: typeof fetch
  /** Opens the stream of events; asked once, when something first listens. */
  readonly openEvents: (url: string) => EventStream
}

/** Reaches the studio over HTTP; the host knows the page by its cookie. */
export class HttpTransport implements Transport {
  readonly #options: HttpTransportOptions
  readonly #resumeListeners = new Set<() => void>()
  #events: EventStream | undefined

  constructor(options: HttpTransportOptions) {
    this.#options = options
  }

  /** @throws StudioError `host-unreachable` or `host-refused`, where no answer of the studio came back. */
  async call(path: string, args: readonly unknown[]): Promise<CallResult> {
    const response = await this.#send(path, args)
    const answer: unknown = await response.json().catch(() => undefined)
    if (isCallResult(answer)) return answer
    throw new StudioError({
      code: response.status === 401 || response.status === 403 ? 'host-refused' : 'host-unreachable',
      message: say`The studio answered ${path} with status ${String(response.status)} and no result.`,
      hint: 'Open the address that the studio printed when it started; its token may have changed.',
    })
  }

  on<E extends EventName>(event: E, listener: (payload: StudioEvents[E]) => void): Unsubscribe {
    const events = (this.#events ??= this.#openEvents())
    const receive = (message: EventMessage): void => listener(JSON.parse(message.data) as StudioEvents[E])
    events.addEventListener(event, receive)
    return () => events.removeEventListener(event, receive)
  }

  /** Told when the events come again after a gap: what the studio told in it was not heard. */
  onResume(listener: () => void): Unsubscribe {
    this.#resumeListeners.add(listener)
    return () => this.#resumeListeners.delete(listener)
  }

  #openEvents(): EventStream {
    const events = this.#options.openEvents(this.#url('api/events'))
    let wasOpen = false
    events.addEventListener('open', () => {
      if (wasOpen) for (const listener of this.#resumeListeners) listener()
      wasOpen = true
    })
    return events
  }

  async #send(path: string, args: readonly unknown[]): Promise<Response> {
    const { fetch } = this.#options
    try {
      return await fetch(this.#url(`api/call/${path}`), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(args),
        credentials: 'same-origin',
      })
    } catch (cause) {
      throw new StudioError(unreachable, { cause })
    }
  }

  #url(path: string): string {
    return new URL(path, this.#options.baseUrl).href
  }
}

function isCallResult(value: unknown): value is CallResult {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean'
}
