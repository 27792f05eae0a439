import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { _electron, type ElectronApplication } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pasteBody } from '../helpers/editor.ts'

const root = join(import.meta.dirname, '..', '..')
const electronFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
const executable = findElectron()
const canShow =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])

/** The `electron` package downloads its program when it is first asked for; this test asks for no download. */
function findElectron(): string | null {
  if (!existsSync(join(electronFolder, 'path.txt'))) return null
  const program = join(electronFolder, 'dist', readFileSync(join(electronFolder, 'path.txt'), 'utf8'))
  return existsSync(program) ? program : null
}

test.runIf(executable === null)('is left out, because the program of Electron is not downloaded', () => {
  process.stderr.write('The real Electron is not run here: its program is not downloaded.\n')
  expect(existsSync(join(electronFolder, 'dist', 'version'))).toBe(false)
})

test.runIf(executable !== null && !canShow)('is left out, because there is no display', () => {
  process.stderr.write('The real Electron is not run here: there is no display.\n')
  expect(readFileSync(join(electronFolder, 'dist', 'version'), 'utf8')).toMatch(/^v?\d+/)
})

describe.runIf(executable !== null && canShow)('the desktop program in the real Electron', () => {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'electron-')))
  const folder = join(home, 'identity')
  let app: ElectronApplication

  beforeAll(async () => {
    mkdirSync(folder)
    app = await _electron.launch({
      executablePath: executable!,
      args: [root, `--user-data-dir=${join(home, 'user-data')}`, `--workspace=${folder}`],
    })
  })
  afterAll(() => app.close())

  test('starts, makes a workspace and runs a lambda', async () => {
    const page = await app.firstWindow()
    await page.getByRole('button', { name: 'Create with samples' }).click()
    await page.locator('.monaco-editor .view-line').first().waitFor()
    await pasteBody(page, 'function populate(jwt, user) {\n  jwt.greeting = user.firstName;\n}')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('region', { name: 'Result', exact: true }).getByText('/jwt/greeting').waitFor()
    expect(page.url()).toBe('lambda-studio://page/')
  })

  test('keeps Node, other addresses and other windows from the page', async () => {
    const page = await app.firstWindow()
    const seen = await page.evaluate(() => ({
      require: typeof (globalThis as { require?: unknown }).require,
      process: typeof (globalThis as { process?: unknown }).process,
      opened:
        (globalThis as unknown as { open(url: string): unknown }).open('https://attacker.example/') === null,
    }))
    expect(seen).toEqual({ require: 'undefined', process: 'undefined', opened: true })
    await expect(page.evaluate(() => fetch('https://attacker.example/'))).rejects.toThrow()
  })
})
