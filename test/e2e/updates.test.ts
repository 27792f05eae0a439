import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'
import { OtherUser } from '../helpers/demo-rest.ts'
import { DoubleDesktop } from '../helpers/desktop/double-desktop.ts'
import { itemOf } from '../helpers/desktop/menu.ts'
import { runBuiltMain } from '../helpers/desktop/run-built-main.ts'
import { FaultProxy } from '../helpers/fault-proxy.ts'
import { addInstance, carryOut, result, showInstances } from '../helpers/instance-screens.ts'
import { workspaceFolder, writeLambda } from '../helpers/workspace-folder.ts'

// An installed program that updates itself, from a push that is under way up to its end; the tests are one way.
let browser: Browser
let desktop: DoubleDesktop
let other: OtherUser
let proxy: FaultProxy
let page: Page
let folder: string

const wait = { timeout: 20_000 }

beforeAll(async () => {
  other = await OtherUser.start(21)
  proxy = await FaultProxy.start(other.demo.url)
  folder = realpathSync(workspaceFolder([]))
  browser = await launchBrowser()
  desktop = new DoubleDesktop(browser)
  const resourcesPath = mkdtempSync(join(tmpdir(), 'resources-'))
  writeFileSync(join(resourcesPath, 'app-update.yml'), 'provider: generic\n')
  Object.assign(process, { resourcesPath })
  desktop.app.isPackaged = true
  await desktop.start()
  await runBuiltMain(desktop, [folder])
  await vi.waitUntil(() => desktop.windows[0]?.page, wait)
  page = desktop.windows[0]!.page!
  await page.getByText('Sandbox ready').waitFor()
  await showInstances(page)
  await addInstance(page, 'Dev', new OtherUser(proxy, other.key))
})
afterAll(async () => {
  await desktop.close()
  await browser.close()
  await proxy.close()
  await other.demo.close()
})

/** Begins a push of a new lambda, which stays under way until it is let go. */
async function pushAndHold(name: string): Promise<() => void> {
  writeLambda(folder, {
    slug: name.toLowerCase(),
    name,
    body: 'function populate(jwt, user, registration) {}\n',
  })
  await page
    .getByRole('table', { name: 'Lambdas here and there' })
    .getByRole('button', { name, exact: true })
    .waitFor()
  const reached = Promise.withResolvers<undefined>()
  const gate = Promise.withResolvers<undefined>()
  proxy.before = async ({ method }) => {
    if (method === 'GET') return
    reached.resolve(undefined)
    await gate.promise
  }
  await carryOut(page, 'Push')
  await reached.promise
  return () => gate.resolve(undefined)
}

/** Time enough for all that could happen now: the program and its page answer each other. */
const settle = (): Promise<unknown> => page.getByRole('button', { name: 'Compare again' }).isEnabled()

test('an update that was downloaded during a push is offered once the push has ended', async () => {
  const letGo = await pushAndHold('First')
  itemOf(desktop.windows[0]!.menu, 'help.update')!.click!()
  const download = await desktop.dialog.next()
  expect(download.options).toMatchObject({ message: 'Version 2.0.0 is there. Download it?' })
  download.answer({ response: 0 })
  await vi.waitUntil(() => desktop.updater.done.length > 0, wait)
  await settle()
  expect(desktop.dialog.unanswered).toEqual([])
  letGo()
  await result(page).getByText('1 done').first().waitFor()
})

test('one that is agreed to while another push has begun waits for that too, and asks again', async () => {
  const install = await desktop.dialog.next()
  const letGo = await pushAndHold('Second')
  expect(install.options).toMatchObject({
    message: 'Version 2.0.0 is downloaded. Install it and start again?',
  })
  install.answer({ response: 0 })
  await settle()
  expect(desktop.updater.done).toEqual(['download'])
  expect(desktop.windows).toHaveLength(1)
  expect(desktop.dialog.unanswered).toEqual([])
  letGo()
  const again = await desktop.dialog.next()
  expect(again.options['message']).toBe(install.options['message'])
  again.answer({ response: 0 })
  await vi.waitUntil(() => desktop.updater.done.includes('install'), wait)
  expect(desktop.windows).toEqual([])
  const { lambdas } = await other.call<{ lambdas: { name: string }[] }>('GET', '/api/lambda')
  expect(lambdas.map(({ name }) => name)).toEqual(expect.arrayContaining(['First', 'Second']))
})

test('the updater does nothing of itself', () => {
  expect(desktop.updater).toMatchObject({ autoDownload: false, autoInstallOnAppQuit: false })
})
