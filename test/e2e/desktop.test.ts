import { existsSync, globSync, readFileSync, realpathSync } from 'node:fs'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'
import { DoubleDesktop } from '../helpers/desktop/double-desktop.ts'
import { stoppable, type DoubleWindow } from '../helpers/desktop/double-window.ts'
import { itemOf, titlesOf } from '../helpers/desktop/menu.ts'
import { runBuiltMain } from '../helpers/desktop/run-built-main.ts'
import { pasteBody } from '../helpers/editor.ts'
import { showInstances } from '../helpers/instance-screens.ts'
import { sandboxPids } from '../helpers/sandbox-pids.ts'

/**
 * What ships, run: the built main process and preload script against a double of Electron's API whose windows are
 * pages of a real Chromium. One program lives through all of this file, as one does through a day.
 */
let browser: Browser
let desktop: DoubleDesktop
let parent: string

const wait = { timeout: 20_000 }
const inParent = (name: string): string => join(parent, name)

beforeAll(async () => {
  browser = await launchBrowser()
  parent = realpathSync(await mkdtemp(join(tmpdir(), 'desktop-')))
  desktop = new DoubleDesktop(browser)
  // Where a folder is suggested is none of a test's business.
  process.env['HOME'] = parent
  await desktop.start()
  await runBuiltMain(desktop, [])
})
afterAll(async () => {
  await desktop.close()
  await browser.close()
})

/** The page of a window, once the studio answers it. */
async function pageOf(window: DoubleWindow | undefined): Promise<Page> {
  await vi.waitUntil(() => window?.page, wait)
  const page = window!.page!
  await page.getByText('Sandbox ready').waitFor()
  return page
}

async function windowOf(name: string): Promise<DoubleWindow> {
  const isIts = async (window: DoubleWindow): Promise<boolean> =>
    (await window.page?.title().catch(() => ''))?.includes(name) ?? false
  const found = async (): Promise<DoubleWindow | undefined> => {
    for (const window of desktop.windows) if (await isIts(window)) return window
    return undefined
  }
  await vi.waitUntil(found, wait)
  return (await found())!
}

const result = (page: Page) => page.getByRole('region', { name: 'Result', exact: true })

const body = (claim: string): string => `function populate(jwt, user) {\n  jwt.${claim} = user.firstName;\n}`

test('starts with a window that asks for a workspace, in a sandbox without Node', async () => {
  const page = await pageOf(desktop.windows[0])
  await page.getByRole('button', { name: 'Create with samples' }).waitFor()
  expect(desktop.windows).toHaveLength(1)
  const [window] = desktop.windows
  expect(window!.options.webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
  })
  expect(desktop.app.isSandboxed).toBe(true)
  await vi.waitUntil(() => window!.isShown, wait)
  expect(window!.address()).toBe('lambda-studio://page/')
  expect(
    await page.evaluate(() => Object.keys((globalThis as { lambdaStudio?: object }).lambdaStudio ?? {})),
  ).toEqual(['call', 'on'])
})

test('the page goes nowhere and gets nothing that pages may ask for', () => {
  const { session } = desktop
  const { webContents } = desktop.windows[0]!
  const isStopped = (name: string): boolean => {
    const event = { ...stoppable(), url: 'https://attacker.example/', isMainFrame: false }
    webContents.emit(name, event)
    return event.defaultPrevented
  }
  const ways = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']
  expect(ways.filter((way) => !isStopped(way))).toEqual([])
  expect(webContents.openHandler({ url: 'https://attacker.example/' })).toEqual({ action: 'deny' })
  expect(session.mayUse('geolocation')).toEqual({ unasked: false, asked: false })
  expect(session.mayUse('notifications')).toEqual({ unasked: true, asked: true })
  expect(session.mayUseDevice()).toBe(false)
  expect(session.isDownloaded()).toBe(false)
  expect(session.isSent('https://attacker.example/')).toBe(false)
  expect(session.isSent('lambda-studio://page/')).toBe(true)
})

test('a workspace is made in a folder that a dialog of the system gave, and runs', async () => {
  const page = await pageOf(desktop.windows[0])
  await page.getByRole('button', { name: 'Choose…' }).click()
  const dialog = await desktop.dialog.next()
  expect(dialog).toMatchObject({
    kind: 'open',
    options: { properties: ['openDirectory', 'createDirectory'] },
  })
  await mkdir(inParent('identity'))
  dialog.answer({ canceled: false, filePaths: [inParent('identity')] })
  await vi.waitUntil(
    async () => (await page.getByLabel('Folder').inputValue()) === inParent('identity'),
    wait,
  )
  await page.getByRole('button', { name: 'Create with samples' }).click()
  await page.locator('.monaco-editor .view-line').first().waitFor()
  await pasteBody(page, body('greeting'))
  await page.keyboard.press('Control+Enter')
  await result(page).getByText('/jwt/greeting').waitFor()
  expect(desktop.app.recent).toContain(inParent('identity'))
})

test("the menu holds the page's commands, and what is chosen there is done", async () => {
  const window = await windowOf('identity')
  const page = await pageOf(window)
  const run = (): ReturnType<typeof itemOf> => itemOf(window.menu, 'lambda.run')
  await vi.waitUntil(() => run()?.enabled, wait)
  expect(run()).toMatchObject({ accelerator: 'CommandOrControl+Enter', registerAccelerator: false })
  await pasteBody(page, body('chosen'))
  run()!.click!()
  await result(page).getByText('/jwt/chosen').waitFor()
})

test('the window zooms by keys and by the menu, the editor with it, and the settings keep it', async () => {
  const window = await windowOf('identity')
  const page = await pageOf(window)
  const isZoomed = (to: number) =>
    vi.waitUntil(async () => (await page.evaluate<number>('Math.round(devicePixelRatio * 100)')) === to, wait)
  itemOf(window.menu, 'view.zoomIn')!.click!()
  await isZoomed(110)
  await page.keyboard.press('Control+Shift+=')
  await isZoomed(125)
  await page.keyboard.press('Control+=')
  await isZoomed(150)

  await pasteBody(page, body('zoomed'))
  await page.keyboard.press('Control+Home')
  for (let at = 0; at < 12; at++) await page.keyboard.press('ArrowRight')
  const cursor = page.locator('.monaco-editor.focused .cursor')
  const measured = (): Promise<number> =>
    page.evaluate<number>(`(() => {
      const line = document.querySelector('.monaco-editor.focused .view-line')
      const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      let left = 12
      while (walk.nextNode() && left > walk.currentNode.length) left -= walk.currentNode.length
      range.setStart(walk.currentNode, left)
      return range.getBoundingClientRect().left
    })()`)
  await vi.waitUntil(async () => {
    const { x } = (await cursor.boundingBox())!
    return Math.abs(x - (await measured())) < 1
  }, wait)

  await page.keyboard.press('Control+-')
  await isZoomed(125)
  const kept = readFileSync(join(desktop.app.userData, 'settings.json'), 'utf8')
  expect(kept).toMatch(/"appearance\.zoom": 125/)
  await page.keyboard.press('Control+0')
  await isZoomed(100)
})

test('the folder of the log is opened from the menu', async () => {
  const window = await windowOf('identity')
  const item = (): ReturnType<typeof itemOf> => itemOf(window.menu, 'help.openLogFolder')
  await vi.waitUntil(() => item()?.enabled, wait)
  item()!.click!()
  await vi.waitUntil(() => desktop.openedPaths.length > 0, wait)
  expect(desktop.openedPaths).toEqual([desktop.app.logs])
  expect(existsSync(desktop.app.logs)).toBe(true)
})

test('a file in the folder opens its workspace', async () => {
  const window = await windowOf('identity')
  await vi.waitUntil(() => itemOf(window.menu, 'workspace.addOpener')?.enabled, wait)
  itemOf(window.menu, 'workspace.addOpener')!.click!()
  const page = await pageOf(window)
  await page.getByText('identity.lambda-studio is in the folder now').first().waitFor()
  desktop.front = null
  desktop.app.emit('open-file', stoppable(), join(inParent('identity'), 'identity.lambda-studio'))
  await vi.waitUntil(() => desktop.front === window, wait)
  expect(existsSync(join(inParent('identity'), 'identity.lambda-studio'))).toBe(true)
  expect(desktop.windows).toHaveLength(1)
})

test('text that is not saved marks the window and comes back after a crash, which the user is told of', async () => {
  const window = await windowOf('identity')
  await pasteBody(await pageOf(window), body('unsaved'))
  await vi.waitUntil(() => window.isEdited, wait)
  const drafts = join(inParent('identity'), '.studio', 'drafts')
  await vi.waitUntil(() => existsSync(drafts) && textsBelow(drafts).includes('jwt.unsaved'), wait)
  const crashed = window.page
  await window.crash()
  await vi.waitUntil(() => window.page !== null && window.page !== crashed, wait)
  const page = await pageOf(window)
  await page.getByText('The page failed (crashed) and was loaded again.').waitFor()
  await page.getByText('jwt.unsaved').first().waitFor()
  expect(desktop.windows).toHaveLength(1)
})

test('a window with unsaved text closes only once the user has decided', async () => {
  const window = await windowOf('identity')
  const page = await pageOf(window)
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await pasteBody(page, body('kept'))
  await showInstances(page)
  await page.getByRole('button', { name: 'Add instance' }).first().click()
  await page.getByRole('dialog').waitFor()
  window.close()
  const question = page.getByRole('dialog', { name: /Save your text/ })
  await question.getByRole('button', { name: 'Cancel' }).click()
  await question.waitFor({ state: 'hidden' })
  expect(window.isDestroyed()).toBe(false)
  await page.getByRole('dialog', { name: 'Add' }).getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Lambdas', exact: true }).click()
  await page.getByRole('textbox', { name: /^Body of/ }).press('Control+s')
  await vi.waitUntil(() => !window.isEdited, wait)
})

test('another start with a folder opens it in a window of its own, whose calls reach its own studio', async () => {
  const made = await windowOf('identity')
  itemOf(made.menu, 'window.new')!.click!()
  await vi.waitUntil(() => desktop.windows.length === 2, wait)
  const page = await pageOf(desktop.windows[1])
  await page.getByLabel('Folder').fill(inParent('shop'))
  await page.getByRole('button', { name: 'Create with samples' }).click()
  await page.locator('.monaco-editor .view-line').first().waitFor()
  await pasteBody(page, body('fromShop'))
  await page.keyboard.press('Control+Enter')
  await result(page).getByText('/jwt/fromShop').waitFor()
  expect(
    await result(await pageOf(made))
      .getByText('/jwt/fromShop')
      .count(),
  ).toBe(0)

  desktop.app.emit('second-instance', {}, [], parent, { args: ['identity'], cwd: parent })
  await vi.waitUntil(() => desktop.front === made, wait)
  expect(desktop.windows).toHaveLength(2)
})

test('a link shows a lambda in the window that has its workspace, and does nothing else', async () => {
  const window = await windowOf('shop')
  const slug = 'validate-a-registration'
  desktop.app.emit('open-url', stoppable(), `lambda-studio://open?workspace=shop&lambda=${slug}`)
  await vi.waitUntil(async () => (await window.page?.title())?.includes('Validate a registration'), wait)
  expect(desktop.front).toBe(window)

  desktop.app.emit('open-url', stoppable(), 'lambda-studio://open?workspace=%2Fetc&run=1')
  await (await pageOf(window)).getByText(/A link to the studio was not followed/).waitFor()
  expect(desktop.windows).toHaveLength(2)
})

test('an export goes where the dialog of the system says', async () => {
  const window = await windowOf('shop')
  const page = await pageOf(window)
  const exported = page.evaluate(async () => {
    const studio = (
      globalThis as unknown as { lambdaStudio: { call(path: string, args: unknown[]): Promise<unknown> } }
    ).lambdaStudio
    const file = {
      fileName: '../kickstart.json',
      mediaType: 'application/json',
      encoding: 'utf8',
      content: '{}',
    }
    return studio.call('shell.saveFile', [file])
  })
  const dialog = await desktop.dialog.next()
  expect(dialog).toMatchObject({ kind: 'save', options: { defaultPath: 'kickstart.json' } })
  dialog.answer({ canceled: false, filePath: inParent('kickstart.json') })
  expect(await exported).toEqual({ ok: true, value: true })
  expect(readFileSync(inParent('kickstart.json'), 'utf8')).toBe('{}')
})

test('a page that hangs is waited for or loaded again, as the user says', async () => {
  const window = await windowOf('shop')
  window.emit('unresponsive')
  ;(await desktop.dialog.next()).answer({ response: 0 })
  await setImmediate()
  const before = window.page
  window.emit('unresponsive')
  ;(await desktop.dialog.next()).answer({ response: 1 })
  await vi.waitUntil(() => window.page !== null && window.page !== before, wait)
  await (await pageOf(window)).getByText(/was loaded again/).waitFor()
})

test('a page that crashes again and again waits for the user', async () => {
  const window = await windowOf('shop')
  await crashAndReload(window)
  await window.crash()
  const dialog = await desktop.dialog.next()
  expect(dialog.options).toMatchObject({ message: 'The page failed several times in a short while.' })
  const crashed = window.page
  dialog.answer({ response: 0 })
  await vi.waitUntil(() => window.page !== null && window.page !== crashed, wait)
  await pageOf(window)
})

test('the loss of every sandbox process costs the windows nothing', async () => {
  const page = await pageOf(await windowOf('identity'))
  const sandboxes = sandboxPids(join('out', 'main', 'sandbox.js'))
  expect(sandboxes.length).toBeGreaterThan(0)
  for (const pid of sandboxes) process.kill(pid, 'SIGKILL')
  await pasteBody(page, body('afterwards'))
  await page.keyboard.press('Control+Enter')
  await result(page).getByText('/jwt/afterwards').waitFor()
  await page.keyboard.press('Control+s')
  expect(desktop.windows).toHaveLength(2)
})

test('in another language, so do the menus and the dialogs of the system', async () => {
  const window = await windowOf('shop')
  await speak(window, 'pseudo')
  const fixed = (): string[] => titlesOf(window.menu?.items ?? []).filter((title) => !title.startsWith('⟦'))
  await expect.poll(fixed).toEqual([])
  await vi.waitUntil(() => titlesOf(window.menu?.items ?? []).length > 60, wait)

  window.emit('unresponsive')
  const question = await desktop.dialog.next()
  const { message, detail, buttons } = question.options as Record<'message' | 'detail', string> & {
    readonly buttons: readonly string[]
  }
  expect([message, detail, ...buttons].filter((text) => !text.startsWith('⟦'))).toEqual([])
  question.answer({ response: 0 })
  await speak(window, 'en')
  await vi.waitUntil(() => titlesOf(window.menu?.items ?? []).includes('Select All'), wait)
})

/** Has a page speak another language, for which it loads itself again. */
async function speak(window: DoubleWindow, language: 'en' | 'pseudo'): Promise<void> {
  const asked = window.page!.evaluate(
    (chosen) =>
      (
        globalThis as unknown as { lambdaStudio: { call(path: string, args: unknown[]): Promise<unknown> } }
      ).lambdaStudio.call('settings.change', ['appearance.language', chosen]),
    language,
  )
  // The page may be gone before it has told that the setting is written.
  await asked.catch(() => undefined)
}

test('quitting goes on once the user has decided about forms that were filled in and unsaved text', async () => {
  const window = await windowOf('identity')
  window.bounds = { x: 40, y: 50, width: 1000, height: 700 }
  const shop = await pageOf(await windowOf('shop'))
  await showInstances(shop)
  await shop.getByRole('button', { name: 'Add instance' }).first().click()
  await shop.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Half typed')
  desktop.app.quit()
  await shop
    .getByRole('dialog', { name: 'Discard what you filled in?' })
    .getByRole('button', { name: 'Discard' })
    .click()
  await shop
    .getByRole('dialog', { name: /Save your text/ })
    .getByRole('button', { name: 'Do not save' })
    .click()
  await desktop.app.ended
  expect(desktop.windows).toEqual([])
  const settings = JSON.parse(readFileSync(join(desktop.app.userData, 'settings.json'), 'utf8')) as {
    openWorkspaces: string[]
    windowPlaces: Record<string, object>
  }
  expect(settings.openWorkspaces.toSorted()).toEqual([inParent('identity'), inParent('shop')])
  expect(settings.windowPlaces[inParent('identity')]).toEqual({ bounds: window.bounds, isMaximized: false })
  expect(desktop.complaints).toEqual([])
  expect(desktop.dialog.unanswered).toEqual([])
})

test('the next start brings the windows back, each where it was', async () => {
  desktop.app.removeAllListeners()
  await runBuiltMain(desktop, [])
  await vi.waitUntil(() => desktop.windows.length === 2, wait)
  const window = await windowOf('identity')
  expect(window.bounds).toEqual({ x: 40, y: 50, width: 1000, height: 700 })
  await (await pageOf(window)).getByText('jwt.afterwards').first().waitFor()
  await pageOf(await windowOf('shop'))
})

async function crashAndReload(window: DoubleWindow): Promise<void> {
  const before = window.page
  await window.crash()
  await vi.waitUntil(() => window.page !== null && window.page !== before, wait)
  await pageOf(window)
}

function textsBelow(folder: string): string {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
}
