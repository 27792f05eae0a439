import type { ApiKey } from './models.ts'
import { Table } from './table.ts'

/** API keys, found by id and by the key itself. */
export class ApiKeys extends Table<ApiKey> {
  readonly #byKey = new Map<string, string>()

  override put(apiKey: ApiKey): ApiKey {
    this.#forgetKey(apiKey.id)
    this.#byKey.set(apiKey.key, apiKey.id)
    return super.put(apiKey)
  }

  override delete(id: string): boolean {
    this.#forgetKey(id)
    return super.delete(id)
  }

  findByKey(key: string): ApiKey | undefined {
    return this.get(this.#byKey.get(key))
  }

  #forgetKey(id: string): void {
    const known = this.get(id)
    if (known) this.#byKey.delete(known.key)
  }
}
