import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { startDemo, type Demo } from '../../electron/demo/start-demo.ts'
import { openPage, openStudio, type OpenedStudio } from './open-studio.ts'
import { workspaceFolder } from './workspace-folder.ts'

/** A studio whose workspace knows the embedded instance. */
export interface DirectoryPages {
  readonly demo: Demo
  readonly studio: OpenedStudio
  /** Opens a page at a place of the activity bar. */
  open(
    browser: Browser,
    activity: 'Groups' | 'Users',
    options?: BrowserContextOptions,
  ): Promise<{ page: Page; complaints: string[] }>
  /** Gives the studio another of the embedded instance's keys. */
  useKey(page: Page, scope: string): Promise<void>
  /** Asks the embedded instance itself, past the studio. */
  ask(method: string, path: string, body?: object): Promise<unknown>
  close(): Promise<void>
}

export interface PagesOptions {
  /** Where the studio reaches the embedded instance; at its own address where it is left out. */
  readonly front?: (url: string) => Promise<string>
  readonly users?: number
  readonly protection?: 'none' | 'confirm' | 'read-only'
}

/** Starts the embedded instance and a studio that has its key. */
export async function directoryPages({
  users = 120,
  protection = 'none',
  front = (url) => Promise.resolve(url),
}: PagesOptions = {}): Promise<DirectoryPages> {
  const demo = await startDemo({ port: 0, users, seed: 7 })
  const folder = workspaceFolder()
  const url = await front(demo.url)
  const instance = { id: 'local', name: 'Local', url, tenantId: null, protection, color: 'teal' }
  const config = { version: 1, ecmaVersion: 2021, instances: [instance] }
  writeFileSync(join(folder, 'studio.json'), `${JSON.stringify(config, null, 2)}\n`)
  const studio = await openStudio(folder)
  const keyOf = (wanted: string): string => demo.keys.find(({ scope }) => scope === wanted)?.key ?? ''
  const key = keyOf('global')
  return {
    demo,
    studio,
    async open(browser, activity, options) {
      const opened = await openPage(browser, studio.address, options)
      await giveKey(opened.page, key)
      await opened.page.getByRole('button', { name: activity, exact: true }).click()
      return opened
    },
    useKey: (page, scope) => giveKey(page, keyOf(scope)),
    async ask(method, path, body) {
      const answer = await fetch(`${demo.url}${path}`, {
        method,
        headers: { Authorization: key, 'Content-Type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      return text === '' ? undefined : (JSON.parse(text) as unknown)
    },
    async close() {
      await studio.close()
      await demo.close()
    },
  }
}

/** Gives the studio the key as the page does. */
async function giveKey(page: Page, key: string): Promise<void> {
  await page.request.post(new URL('api/call/instances.setKey', page.url()).href, {
    headers: { Origin: new URL(page.url()).origin },
    data: ['local', key],
  })
}
