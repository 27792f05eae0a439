import { app, safeStorage } from 'electron'
import type { HostInfo } from '../contract/models/host.ts'

/** What the desktop can do; asked once the app is ready. */
export async function readHostInfo(): Promise<HostInfo> {
  const capabilities = { nativeDialogs: true, secureVault: await hasVault(), openPaths: true }
  return { version: app.getVersion(), capabilities }
}

/** Linux without a keyring offers only plain text, which is no vault. */
export async function hasVault(): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}
