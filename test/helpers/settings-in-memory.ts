import type { JsonValue } from '../../electron/contract/json.ts'
import type { SettingsStore } from '../../electron/core/ports.ts'

/** Settings that are gone with the test. */
export function settingsInMemory(): SettingsStore {
  const values = new Map<string, JsonValue>()
  return {
    file: null,
    all: () => Promise.resolve({ values: Object.fromEntries(values), fault: null }),
    remove: (key) => Promise.resolve(void values.delete(key)),
    watch: () => () => undefined,
    get: (key) => Promise.resolve(values.get(key)),
    set: (key, value) => Promise.resolve(void values.set(key, value)),
    update: (key, next) => Promise.resolve(void values.set(key, next(values.get(key)))),
  }
}
