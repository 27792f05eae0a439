import { join } from 'node:path'
import { app } from 'electron'
import Store from 'electron-store'
import type { SettingsStore } from '../core/ports.ts'
import { confSettings } from '../core/settings/conf-settings.ts'
import { setAsideBroken } from '../core/settings/set-aside-broken.ts'

/** The user's settings, in the folder that the desktop gives the studio. Keys with dots are names, not paths. */
export function desktopSettings(): SettingsStore {
  const path = join(app.getPath('userData'), 'settings.json')
  const aside = setAsideBroken(path)
  const conf = new Store<Record<string, unknown>>({
    name: 'settings',
    accessPropertiesByDotNotation: false,
  })
  return confSettings(path, () => Promise.resolve({ conf, aside }))
}
