import { z } from 'zod'

/** The keys that the user chose, by the id of the command; null for a command that is to have none. */
export type ChosenKeys = Readonly<Record<string, string | null>>

const chosenKeys = z.record(z.string(), z.string().nullable())
const storageKey = 'studio.keys'

/** The keys that were chosen before; none where nothing usable is kept. */
export function recallKeys(storage: Storage): ChosenKeys {
  try {
    return chosenKeys.parse(JSON.parse(storage.getItem(storageKey) ?? '{}'))
  } catch {
    return {}
  }
}

/** Keeps the keys for the next visit, where the browser lets it. */
export function rememberKeys(storage: Storage, keys: ChosenKeys): void {
  try {
    storage.setItem(storageKey, JSON.stringify(keys))
  } catch {
    // A full or closed storage costs the keys of the next visit and nothing else.
  }
}
