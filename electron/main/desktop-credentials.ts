import { join } from 'node:path'
import { app, safeStorage } from 'electron'
import Store from 'electron-store'
import { StudioError } from '../contract/errors.ts'
import { fileCredentials } from '../core/credentials/file-credentials.ts'
import { keysInFile } from '../core/credentials/keys-in-file.ts'
import { withFileLock } from '../core/files/file-lock.ts'
import type { CredentialStore, SettingsStore } from '../core/ports.ts'
import { setAsideBroken } from '../core/settings/set-aside-broken.ts'
import { hasVault } from './host-info.ts'

/**
 * API keys, encrypted with the vault of the operating system. Where there is none, a key is only kept in a file that
 * its owner alone can read, and only once the user has agreed to that.
 */
export function desktopCredentials(settings: SettingsStore): CredentialStore {
  const path = join(app.getPath('userData'), 'keys.json')
  setAsideBroken(path)
  const encrypted = new Store<Record<string, string>>({ name: 'keys', accessPropertiesByDotNotation: false })
  const plain = fileCredentials(join(app.getPath('userData'), 'credentials.json'))
  return {
    async get(account) {
      const kept = encrypted.get(account) as string | undefined
      return kept === undefined ? plain.get(account) : decrypt(kept)
    },
    async set(account, key) {
      if (await hasVault()) {
        const kept = (await safeStorage.encryptStringAsync(key)).toString('base64')
        await withFileLock(path, () => encrypted.set(account, kept))
        await plain.remove(account)
      } else if (await keysInFile(settings)) await plain.set(account, key)
      else throw noVault
    },
    async remove(account) {
      if (encrypted.has(account)) await withFileLock(path, () => encrypted.delete(account))
      await plain.remove(account)
    },
    has: async (account) => encrypted.has(account) || plain.has(account),
  }
}

async function decrypt(kept: string): Promise<string> {
  try {
    return (await safeStorage.decryptStringAsync(Buffer.from(kept, 'base64'))).result
  } catch {
    // What the vault says may hold parts of what it read.
    throw locked
  }
}

const noVault = new StudioError({
  code: 'credentials-no-vault',
  message: 'This system has no vault for keys, so the API key was not kept.',
  hint: 'Set up a keyring, or agree to keep keys in a file that only you can read.',
})

const locked = new StudioError({
  code: 'credentials-locked',
  message: "The vault of the system does not give the API key: it is locked, or another user's.",
  hint: 'Unlock the vault, or give the key again.',
})
