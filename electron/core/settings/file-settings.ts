import { join } from 'node:path'
import type { JsonValue } from '../../contract/json.ts'
import type { SettingsStore } from '../ports.ts'
import { setAsideBroken } from './set-aside-broken.ts'
import { userFolders } from './user-folders.ts'

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
  const cwd = folder ?? userFolders.config
  setAsideBroken(join(cwd, 'settings.json'))
  return new Conf<Record<string, JsonValue>>({
    cwd,
    configName: 'settings',
    accessPropertiesByDotNotation: false,
  })
}

function memoize<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => (made ??= make())
}
