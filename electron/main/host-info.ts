import { app, safeStorage } from 'electron'
import type { HostInfo } from '../contract/models/host.ts'

/** What the desktop can do. Linux without a keyring offers only plain text, which is no vault. */
export function hostInfo(): HostInfo {
  return {
    version: app.getVersion(),
    get capabilities() {
      return { nativeDialogs: true, secureVault: hasVault() }
    },
  }
}

function hasVault(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}
