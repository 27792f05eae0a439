import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EventHub } from '../../electron/contract/event-hub.ts'
import { builtPage } from '../../electron/web/page-source.ts'
import { newToken, startWebHost, type WebHost } from '../../electron/web/web-host.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { openPage } from '../helpers/open-studio.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'
import { makeStudio } from '../helpers/workspace-studio.ts'

const page = builtPage(join(import.meta.dirname, '..', '..', 'out', 'renderer'))
const token = newToken()
const hub = new EventHub()
const { api, server, close } = makeStudio({ emit: hub.emit })

let browser: Browser
let host: WebHost

async function serve(port: number): Promise<void> {
  host = await startWebHost({ server, hub, page, token, port })
}

/** The page's connections end, and what happens meanwhile is told to nobody. */
async function unheard(work: () => Promise<unknown>): Promise<void> {
  await host.close()
  await work()
  await serve(Number(new URL(host.origin).port))
}

beforeAll(async () => {
  browser = await launchBrowser()
  await serve(0)
})
afterAll(async () => {
  await browser.close()
  await host.close()
  close()
})

test('a page whose events were cut off shows what happened meanwhile once it is back, by itself', async () => {
  await api.workspace.open(workspaceFolder())
  const { page: opened } = await openPage(browser, host.address)
  await opened.getByRole('treeitem', { name: 'Add claims' }).waitFor()

  await unheard(() => api.lambdas.save('add-claims', { name: 'Add more claims', body: '// theirs\n' }))
  await opened.getByRole('treeitem', { name: 'Add more claims' }).waitFor()
  await opened.locator('.view-lines', { hasText: '// theirs' }).waitFor()

  const other = workspaceFolder([{ slug: 'b', name: 'Of another', body: '// another\n' }])
  await unheard(() => api.workspace.open(other))
  await opened.getByRole('treeitem', { name: 'Of another' }).waitFor()
  expect(await opened.getByRole('treeitem', { name: 'Add more claims' }).count()).toBe(0)
})
