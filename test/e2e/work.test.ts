import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { violations } from '../helpers/axe.ts'
import { usePages } from '../helpers/use-pages.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

const openPage = usePages()
let page: Page
let complaints: readonly string[]

const slow = 'function populate(jwt) {\n  const end = Date.now() + 600;\n  while (Date.now() < end) {}\n}\n'
const cases = Object.fromEntries(
  Array.from({ length: 60 }, (_, at) => [
    `case-${at}`,
    { input: { jwt: {} }, expect: { arguments: { jwt: {} } } },
  ]),
)

beforeAll(async () => {
  const folder = workspaceFolder([
    {
      slug: 'quick',
      name: 'Quick',
      body: 'function populate(jwt) {\n  jwt.plan = 1;\n}\n',
      cases: {
        good: { input: { jwt: {} }, expect: { arguments: { jwt: { plan: 1 } } } },
        bad: { input: { jwt: {} }, expect: { arguments: { jwt: { plan: 2 } } } },
      },
    },
    { slug: 'slow', name: 'Slow', body: slow, cases },
  ])
  ;({ page, complaints } = await openPage(folder, { permissions: ['notifications'] }))
  await page.locator('[data-id=quick]').first().click()
})

const menu = () => page.getByRole('region', { name: 'Work', exact: true })
const openMenu = () =>
  page
    .getByRole('contentinfo')
    .getByRole('button', { name: /Work|Test: \d/ })
    .click()

test('before anything was done, the list says what will be there', async () => {
  await openMenu()
  await menu().getByText('No work yet').waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
})

test('work that ends out of sight is told without taking the focus, and its log says what failed', async () => {
  const search = page
    .getByRole('textbox', { name: 'Filter' })
    .or(page.getByRole('searchbox', { name: 'Filter' }))
  await search.first().focus()
  await page.locator('[data-id=quick]').first().click({ button: 'right' })
  await page.keyboard.press('Escape')
  await search.first().focus()
  await page.evaluate('window.focused = document.activeElement')
  await page.keyboard.press('Alt+t')
  const work = page.getByRole('contentinfo').getByRole('button', { name: /Test: \d+ of 62/ })
  await work.waitFor()
  expect(await page.evaluate('window.focused === document.activeElement')).toBe(true)
  await work.click()
  await menu().getByRole('progressbar', { name: 'Test' }).waitFor()
  await menu().getByRole('button', { name: 'Cancel' }).click()
  await menu().getByText('Cancelled').waitFor()
  await page.getByText('Test: Cancelled', { exact: true }).first().waitFor()
  expect(await violations(page)).toEqual([])
  await menu().getByRole('button', { name: 'Show log' }).click()
  const log = menu().getByRole('region', { name: 'Log' })
  await log.getByText('quick / bad').waitFor()
  await log.getByText('/jwt/plan').waitFor()
})

test('while the page is hidden, the system tells, once the user has asked for it', async () => {
  await page.keyboard.press('Escape')
  await page.evaluate(`window.told = []; window.Notification = class {
    static permission = 'granted'
    static requestPermission() { return Promise.resolve('granted') }
    constructor(title, options) { window.told.push(title + ' / ' + options.body) }
  }
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })`)
  await page.keyboard.press('Control+,')
  const notifications = page.getByRole('switch', { name: 'Notifications of the system' })
  await notifications.click()
  await page.locator('[role=switch][aria-checked=true]').waitFor()
  await page.getByRole('button', { name: 'Tests', exact: true }).click()
  await page.getByRole('treeitem', { name: /bad/ }).click()
  await page.keyboard.press('Alt+t')
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: /Test: \d+ of 62/ })
    .click()
  await menu().getByRole('button', { name: 'Cancel' }).click()
  await expect
    .poll(() => page.evaluate('window.told'))
    .toEqual([expect.stringMatching(/^Test: Cancelled \/ \d+ of 62$/)])
  expect(await menu().getByRole('listitem').filter({ hasText: 'Cancelled' }).count()).toBeGreaterThan(1)
  expect(complaints).toEqual([])
})

test('a window that is behind others is in the background, too', async () => {
  await page.keyboard.press('Escape')
  await page.evaluate(`window.told = []
    Object.defineProperty(document, 'hidden', { get: () => false })
    document.hasFocus = () => false`)
  await page.keyboard.press('Alt+t')
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: /Test: \d+ of 62/ })
    .click()
  await menu().getByRole('button', { name: 'Cancel' }).click()
  await expect.poll(() => page.evaluate('window.told.length')).toBe(1)
})
