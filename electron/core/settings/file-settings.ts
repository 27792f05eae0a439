import { join } from 'node:path'
import type { SettingsStore } from '../ports.ts'
import { confSettings, type OpenedConf } from './conf-settings.ts'
import { setAsideBroken } from './set-aside-broken.ts'
import { userFolders } from './user-folders.ts'

/** Settings in a file of the user's configuration folder, for hosts that have no store of their own. */
export function fileSettings(folder = userFolders.config): SettingsStore {
  return confSettings(
    join(folder, 'settings.json'),
    memoize(() => openStore(folder)),
  )
}

async function openStore(cwd: string): Promise<OpenedConf> {
  const { default: Conf } = await import('conf')
  const aside = setAsideBroken(join(cwd, 'settings.json'))
  const options = { cwd, configName: 'settings', accessPropertiesByDotNotation: false }
  return { conf: new Conf<Record<string, unknown>>(options), aside }
}

/** Makes something once; what could not be made is made anew, because the user may have mended what was in the way. */
function memoize<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  const makeAgain = (thrown: unknown): never => {
    made = null
    throw thrown
  }
  return () => (made ??= make().catch(makeAgain))
}
