import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'

const paths = vi.hoisted(() => ({ userData: '' }))
vi.mock('electron', () => {
  const app = {
    getPath: () => paths.userData,
    getVersion: () => '1.0.0',
    getName: () => 'lambda-studio',
    isReady: () => true,
  }
  const ipcMain = { on: () => undefined, handle: () => undefined }
  const electron = { app, ipcMain, shell: {} }
  return { ...electron, default: electron }
})

const { desktopSettings } = await import('../../electron/main/desktop-settings.ts')

beforeEach(() => {
  paths.userData = mkdtempSync(join(tmpdir(), 'user-data-'))
})

test('what is set is there after a new start', async () => {
  await desktopSettings().set('recent', [{ folder: '/work' }])
  expect(await desktopSettings().get('recent')).toEqual([{ folder: '/work' }])
})

test('what was never set is undefined', async () => {
  expect(await desktopSettings().get('absent')).toBeUndefined()
})

test('a key with a dot is a name, not a path', async () => {
  await desktopSettings().set('history.keep', 5)
  expect(JSON.parse(readFileSync(join(paths.userData, 'settings.json'), 'utf8'))).toMatchObject({
    'history.keep': 5,
  })
})

test('a settings file that is not JSON is set aside, and nothing of it is lost', async () => {
  const file = join(paths.userData, 'settings.json')
  for (const text of ['{ broken', '{ broken again']) {
    writeFileSync(file, text)
    expect(await desktopSettings().get('recent')).toBeUndefined()
  }
  expect(readFileSync(`${file}.broken`, 'utf8')).toBe('{ broken')
  expect(readFileSync(`${file}.broken-2`, 'utf8')).toBe('{ broken again')
})
