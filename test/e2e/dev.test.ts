import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

const root = join(import.meta.dirname, '..', '..')
const home = mkdtempSync(join(tmpdir(), 'home-'))
let child: ChildProcess
let printed = ''
let browser: Browser
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  const entry = join(root, 'electron', 'cli', 'dev.ts')
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home }
  child = spawn(process.execPath, [entry, workspaceFolder(), '--port', '48701'], { env })
  await new Promise<void>((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      if (addresses().length > 0) resolve()
    })
  })
  browser = await launchBrowser()
  page = await browser.newPage()
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
})
afterAll(async () => {
  await browser.close()
  child.kill()
  await once(child, 'exit')
})

const addresses = (): string[] => printed.match(/http:\S+/g) ?? []
/** Tells that a file was edited, and leaves its text alone. */
const touch = (path: string): void => utimesSync(join(root, path), new Date(), new Date())
const isMarked = () => page.evaluate('Boolean(globalThis.marked)')
const isReady = () => page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 90_000 })

test('the page of the sources works under the policy of the built one', async () => {
  const response = await page.goto(addresses()[0]!)
  expect(response?.headers()['content-security-policy']).toMatch(/script-src 'self';/)
  await isReady()
  expect(complaints).toEqual([])
})

test('without the token nothing of it is served', async () => {
  const { origin } = new URL(addresses()[0]!)
  for (const path of ['/', '/main.ts', '/@vite/client', '/node_modules/.vite/deps/vue.js']) {
    expect((await fetch(`${origin}${path}`)).status).toBe(401)
  }
})

test('an edited style is taken in place, and an edited module loads the page anew', async () => {
  await page.evaluate('globalThis.marked = true')
  const taken = page.waitForEvent('console', (message) => message.text().includes('hot updated'))
  touch('renderer/styles/main.css')
  await taken
  expect(await isMarked()).toBe(true)
  touch('renderer/start.ts')
  await expect.poll(isMarked).toBe(false)
  await isReady()
})

test('an edited host starts again at the same address, and the page finds it', async () => {
  const starts = addresses().length
  touch('electron/web/app.ts')
  await expect.poll(addresses, { timeout: 60_000 }).toHaveLength(starts + 1)
  expect(new Set(addresses()).size).toBe(1)
  // The page loads anew by itself once it hears of the host, which may end a visit that begins at that moment.
  const visit = () =>
    page.goto(addresses()[0]!, { timeout: 15_000 }).then(
      (response) => response?.status(),
      () => null,
    )
  await expect.poll(visit, { timeout: 90_000 }).toBe(200)
  await isReady()
  await page.getByText('Sandbox ready').waitFor()
})
