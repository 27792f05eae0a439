import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

const builtCli = join(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js')

/** The user's own settings, keys and embedded instance are none of a test's business. */
const home = mkdtempSync(join(tmpdir(), 'home-'))
const userFolders = {
  HOME: home,
  USERPROFILE: home,
  APPDATA: home,
  LOCALAPPDATA: home,
  XDG_CONFIG_HOME: join(home, 'config'),
  XDG_DATA_HOME: join(home, 'data'),
}

/** The key that the studios started here keep for the embedded instance. */
export function embeddedKey(): string {
  const path = join(userFolders.XDG_CONFIG_HOME, 'lambda-studio', 'credentials.json')
  const { keys } = JSON.parse(readFileSync(path, 'utf8')) as { keys: Readonly<Record<string, string>> }
  return Object.entries(keys).find(([account]) => account.startsWith('demo '))?.[1] ?? ''
}

/** A studio that serves its page, started as a user starts it. */
export interface OpenedStudio {
  readonly address: string
  readonly origin: string
  close(): Promise<void>
  /** Ends it as a crash would. */
  kill(): void
}

/** Starts the built command line's `open --browser` in a folder, at a port of its own unless one is named. */
export async function openStudio(cwd: string, port = '0'): Promise<OpenedStudio> {
  const child = spawn(process.execPath, [builtCli, 'open', '--browser', '--port', port, '--json'], {
    cwd,
    env: { ...process.env, ...userFolders },
  })
  const { address, origin } = JSON.parse(await firstObject(child)) as { address: string; origin: string }
  return { address, origin, close: () => ended(child), kill: () => child.kill('SIGKILL') }
}

/** Opens the page and waits until it can be worked with. What the page complains of fails the test that reads it. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(address)
  await page.locator('.monaco-editor .view-line').first().waitFor()
  return { page, complaints }
}

/** Makes the sample workspace from the screen that a start without one shows. */
export async function createSampleWorkspace(
  browser: Browser,
  address: string,
  folder: string,
): Promise<void> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(address)
  await page.getByRole('textbox', { name: 'Folder' }).fill(folder)
  await page.getByRole('button', { name: 'Create with samples' }).click()
  await page.locator('.monaco-editor .view-line').first().waitFor()
  await page.context().close()
}

function firstObject(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      if (text.endsWith('}\n')) resolve(text)
    })
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
    child.on('close', () => reject(new Error(`The studio ended before it served: ${text}`)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('close', () => resolve())
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.kill('SIGTERM')
  })
}
