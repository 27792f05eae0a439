import type { EventName, StudioEvents } from '../../electron/contract/events.ts'
import type { CallResult, Transport, Unsubscribe } from '../../electron/contract/transport.ts'

type Answer = (...args: never[]) => unknown
type Listener = (payload: never) => void

/** A studio at the other end of the page's transport: answers as a test says and remembers what it was asked. */
export class AnsweringStudio implements Transport {
  readonly calls: { readonly path: string; readonly args: readonly unknown[] }[] = []
  readonly answers = new Map<string, Answer>()
  readonly #listeners = new Map<string, Set<Listener>>()

  async call(path: string, args: readonly unknown[]): Promise<CallResult> {
    this.calls.push({ path, args })
    const answer = this.answers.get(path) as ((...args: readonly unknown[]) => unknown) | undefined
    if (answer) return { ok: true, value: await answer(...args) }
    return { ok: false, error: { code: 'unknown-call', message: `No answer to ${path}.`, hint: '' } }
  }

  on<E extends EventName>(event: E, listener: (payload: StudioEvents[E]) => void): Unsubscribe {
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  tell<E extends EventName>(event: E, payload: StudioEvents[E]): void {
    this.#listeners.get(event)?.forEach((listener) => listener(payload as never))
  }

  /** Answers each call when the test says so; answers with what does that, in the order of the calls. */
  waitFor(path: string): ((value: unknown) => void)[] {
    const waiting: ((value: unknown) => void)[] = []
    const answer = (): Promise<unknown> => new Promise((resolve) => waiting.push(resolve))
    this.answers.set(path, answer)
    return waiting
  }

  callsOf(path: string): (readonly unknown[])[] {
    return this.calls.filter((call) => call.path === path).map(({ args }) => args)
  }
}
