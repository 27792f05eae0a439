import { z } from 'zod'

const lambda = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  body: z.string(),
  input: z.string(),
})

const storedLambdas = z.object({
  lambdas: z.array(lambda),
  openIds: z.array(z.string()),
  activeId: z.string().nullable(),
})

/** What is kept between two visits. */
export type StoredLambdas = Readonly<z.infer<typeof storedLambdas>>

/** Where lambdas are kept. */
export interface LambdaStorage {
  /** What was kept last; undefined where nothing was, or where it can't be read. */
  load(): StoredLambdas | undefined
  /** @throws where the place is full or closed. */
  save(stored: StoredLambdas): void
}

const key = 'studio.lambdas'

/** Keeps lambdas in the browser, for this address alone. */
export class PageLambdaStorage implements LambdaStorage {
  readonly #storage: Storage

  constructor(storage: Storage) {
    this.#storage = storage
  }

  load(): StoredLambdas | undefined {
    const text = this.#storage.getItem(key)
    if (text === null) return undefined
    try {
      return storedLambdas.parse(JSON.parse(text))
    } catch {
      // Set aside rather than overwritten: it may still hold text that somebody wants back.
      this.#storage.setItem(`${key}.unreadable`, text)
      return undefined
    }
  }

  save(stored: StoredLambdas): void {
    this.#storage.setItem(key, JSON.stringify(stored))
  }
}
