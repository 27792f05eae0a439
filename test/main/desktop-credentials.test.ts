import { mkdtempSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { agreeToKeysInFile } from '../../electron/core/credentials/keys-in-file.ts'
import { settingsInMemory } from '../helpers/settings-in-memory.ts'

const system = vi.hoisted(() => ({ userData: '', hasVault: true, isLocked: false }))
vi.mock('electron', () => {
  const app = {
    getPath: () => system.userData,
    getVersion: () => '1.0.0',
    getName: () => 'lambda-studio',
    isReady: () => true,
  }
  const ipcMain = { on: () => undefined, handle: () => undefined }
  const safeStorage = {
    isAsyncEncryptionAvailable: () => Promise.resolve(system.hasVault),
    getSelectedStorageBackend: () => (system.hasVault ? 'gnome_libsecret' : 'basic_text'),
    encryptStringAsync: (text: string) => Promise.resolve(Buffer.from(text).reverse()),
    decryptStringAsync: (bytes: Buffer) =>
      system.isLocked
        ? Promise.reject(new Error(`locked: ${bytes.toString()}`))
        : Promise.resolve({ shouldReEncrypt: false, result: Buffer.from(bytes).reverse().toString() }),
  }
  const electron = { app, ipcMain, safeStorage, shell: {} }
  return { ...electron, default: electron }
})

const { desktopCredentials } = await import('../../electron/main/desktop-credentials.ts')

const key = 'a-key-that-nobody-sees'
const account = 'dev http://localhost:9011'

beforeEach(() => {
  system.userData = mkdtempSync(join(tmpdir(), 'user-data-'))
  system.hasVault = true
  system.isLocked = false
})

function written(): string {
  return readdirSync(system.userData)
    .map((name) => readFileSync(join(system.userData, name), 'utf8'))
    .join('\n')
}

test('a key is there after a new start, and no file holds it as it is', async () => {
  const settings = settingsInMemory()
  await desktopCredentials(settings).set(account, key)
  const store = desktopCredentials(settings)
  expect(await store.get(account)).toBe(key)
  expect(await store.has(account)).toBe(true)
  expect(written()).toContain(account)
  expect(written()).not.toContain(key)
})

test('a key that is removed is gone', async () => {
  const store = desktopCredentials(settingsInMemory())
  await store.set(account, key)
  await store.remove(account)
  expect(await store.has(account)).toBe(false)
  expect(await store.get(account)).toBeNull()
})

test('without a vault a key is refused, and nothing is written', async () => {
  system.hasVault = false
  const store = desktopCredentials(settingsInMemory())
  await expect(store.set(account, key)).rejects.toMatchObject({ code: 'credentials-no-vault' })
  expect(await store.has(account)).toBe(false)
  expect(written()).not.toContain(key)
})

test('without a vault a key is kept for its owner alone once the user agrees', async () => {
  system.hasVault = false
  const settings = settingsInMemory()
  await agreeToKeysInFile(settings, true)
  const store = desktopCredentials(settings)
  await store.set(account, key)
  expect(await store.get(account)).toBe(key)
  expect(statSync(join(system.userData, 'credentials.json')).mode & 0o777).toBe(0o600)

  system.hasVault = true
  await store.set(account, `${key}-2`)
  expect(await store.get(account)).toBe(`${key}-2`)
  expect(written()).not.toContain(key)
})

test('a vault that is locked says so, without what it read', async () => {
  const store = desktopCredentials(settingsInMemory())
  await store.set(account, key)
  system.isLocked = true
  const refused = await store.get(account).catch((thrown: unknown) => thrown)
  expect(refused).toMatchObject({ code: 'credentials-locked' })
  expect(JSON.stringify(refused)).not.toContain(Buffer.from(key).reverse().toString())
})
