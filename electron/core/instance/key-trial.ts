/**
 * FusionAuth may take up to a minute until every node of a cluster knows a new key, and answers 401 until then
 * (documented under "Authentication").
 */
const newFor = 60_000

/** Whether a key may be too new to be known: it was given a moment ago, and no request with it was answered for good. */
export interface KeyTrial {
  isUntried(): boolean
  /** A request with the key was answered, after all tries. */
  end(): void
}

/** Keys that were given to the studio of late. */
export class KeyTrials {
  readonly #given = new Map<string, number>()
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** Starts the trial of a key at an address. */
  begin(url: string, key: string): void {
    this.#given.set(nameOf(url, key), this.#now())
  }

  of(url: string, key: string | null): KeyTrial {
    const name = nameOf(url, key)
    return {
      isUntried: () => this.#now() - (this.#given.get(name) ?? -Infinity) < newFor,
      end: () => void this.#given.delete(name),
    }
  }
}

function nameOf(url: string, key: string | null): string {
  return JSON.stringify([url, key])
}
