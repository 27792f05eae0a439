import { chmod, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import {
  environmentCredentials,
  keyVariable,
} from '../../../electron/core/credentials/environment-credentials.ts'
import { fileCredentials } from '../../../electron/core/credentials/file-credentials.ts'
import { temporaryFolder } from '../../helpers/workspace-studio.ts'

let path: string

beforeEach(() => {
  path = join(temporaryFolder(), 'config', 'credentials.json')
})

test('keys are kept in a file and a folder for their owner alone', async () => {
  const store = fileCredentials(path)
  expect(await store.get('dev')).toBeNull()
  await store.set('dev', 'one')
  await store.set('prod', 'two')
  expect([await store.get('dev'), await store.get('prod')]).toEqual(['one', 'two'])
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect((await stat(dirname(path))).mode & 0o777).toBe(0o700)
  await store.remove('dev')
  expect([await store.has('dev'), await store.has('prod')]).toEqual([false, true])
  expect(await readdir(dirname(path))).toEqual(['credentials.json'])
})

test('many changes at once are all kept', async () => {
  const store = fileCredentials(path)
  const names = Array.from({ length: 20 }, (_, at) => `instance-${at}`)
  await Promise.all(names.map((name) => store.set(name, `key of ${name}`)))
  expect(await Promise.all(names.map((name) => store.get(name)))).toEqual(
    names.map((name) => `key of ${name}`),
  )
})

test.each([0o644, 0o640, 0o604])('a file that others can read is refused: %o', async (mode) => {
  const store = fileCredentials(path)
  await store.set('dev', 'one')
  await chmod(path, mode)
  await expect(store.get('dev')).rejects.toMatchObject({ code: 'credentials-exposed' })
  await expect(store.set('dev', 'two')).rejects.toMatchObject({ code: 'credentials-exposed' })
  expect(await readFile(path, 'utf8')).toContain('one')
})

test('a file of another form is told without its text, and left alone', async () => {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, '{ "keys": { "dev": "secret-text" ', { mode: 0o600 })
  const refused = await fileCredentials(path)
    .set('dev', 'new')
    .catch((thrown: unknown) => thrown)
  expect(refused).toMatchObject({ code: 'credentials-unreadable' })
  expect(String(refused)).not.toContain('secret-text')
  expect(await readFile(path, 'utf8')).toContain('secret-text')
})

test('the environment comes first: the variable of the instance, then the one for all', async () => {
  const store = fileCredentials(path)
  await store.set('dev http://a', 'kept')
  const from = (environment: Record<string, string>) =>
    environmentCredentials(environment, store).get('dev http://a')
  expect(await from({})).toBe('kept')
  expect(await from({ FUSIONAUTH_API_KEY: 'any' })).toBe('any')
  expect(await from({ FUSIONAUTH_API_KEY: 'any', FUSIONAUTH_API_KEY_DEV: 'own' })).toBe('own')
  expect(await from({ FUSIONAUTH_API_KEY: '  ' })).toBe('kept')
  expect(keyVariable('prod-eu')).toBe('FUSIONAUTH_API_KEY_PROD_EU')
})
