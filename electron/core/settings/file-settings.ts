import type { JsonValue } from '../../contract/json.ts'
import type { SettingsStore } from '../ports.ts'

/** Settings in a file of the user's configuration folder, for hosts that have no store of their own. */
export function fileSettings(folder?: string): SettingsStore {
  const store = memoize(() => openStore(folder))
  return {
    get: async (key) => (await store()).get(key),
    set: async (key, value) => (await store()).set(key, value),
  }
}

async function openStore(folder: string | undefined) {
  const { default: Conf } = await import('conf')
  return new Conf<Record<string, JsonValue>>({
    projectName: 'lambda-studio',
    projectSuffix: '',
    configName: 'settings',
    clearInvalidConfig: true,
    accessPropertiesByDotNotation: false,
    ...(folder !== undefined && { cwd: folder }),
  })
}

function memoize<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => (made ??= make())
}
