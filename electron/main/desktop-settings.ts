import { join } from 'node:path'
import { app } from 'electron'
import Store from 'electron-store'
import type { SettingsStore } from '../core/ports.ts'
import { setAsideBroken } from '../core/settings/set-aside-broken.ts'

/** The user's settings, in the folder that the desktop gives the studio. Keys with dots are names, not paths. */
export function desktopSettings(): SettingsStore {
  setAsideBroken(join(app.getPath('userData'), 'settings.json'))
  const store = new Store<Record<string, unknown>>({
    name: 'settings',
    accessPropertiesByDotNotation: false,
  })
  return {
    get: (key) => Promise.resolve(store.get(key)),
    set(key, value) {
      store.set(key, value)
      return Promise.resolve()
    },
  }
}
