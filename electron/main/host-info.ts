import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app, safeStorage } from 'electron'
import type { HostInfo } from '../contract/models/host.ts'

/** What the desktop can do; asked once the app is ready. */
export async function readHostInfo(): Promise<HostInfo> {
  const secureVault = await hasVault()
  const capabilities = {
    nativeDialogs: true,
    secureVault,
    openPaths: true,
    nativeMenu: true,
    manyWindows: true,
    updates: hasUpdates(),
    zoom: true,
  }
  return { version: app.getVersion(), capabilities }
}

/** Linux without a keyring offers only plain text, which is no vault. */
export async function hasVault(): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}

/** The builder puts the place of updates into the package where it is told one. */
function hasUpdates(): boolean {
  return app.isPackaged && existsSync(join(process.resourcesPath, 'app-update.yml'))
}
