import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { violationsInEveryTheme } from '../helpers/axe.ts'
import { pasteBody, pasteInput } from '../helpers/editor.ts'
import { usePages } from '../helpers/use-pages.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

const openPage = usePages()

async function run(page: Page, body: string): Promise<void> {
  await pasteBody(page, body)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('tab', { name: /^Changes/ }).waitFor()
}

/** The screens, each reached from the one before it. */
const screens: readonly [string, (page: Page) => Promise<unknown>][] = [
  ['a lambda that has not run', () => Promise.resolve()],
  [
    'a run that changed something and wrote to the console',
    (page) =>
      run(
        page,
        "function populate(jwt) {\n  jwt.a = 1\n  jwt.sub = 'x'\n  console.error('no')\n  delete jwt.scope\n}",
      ),
  ],
  ['the console', (page) => page.getByRole('tab', { name: /^Console/ }).click()],
  ['the arguments afterwards', (page) => page.getByRole('tab', { name: /^Arguments/ }).click()],
  ['the requests', (page) => page.getByRole('tab', { name: /^Requests/ }).click()],
  ['the problems', (page) => page.getByRole('tab', { name: /^Problems/ }).click()],
  [
    'a run that threw',
    async (page) => {
      await run(page, 'function populate(jwt, user) {\n  jwt.a = user.none.b\n}')
      await page.getByText(/Cannot read properties/).waitFor()
    },
  ],
  [
    'a refused run',
    async (page) => {
      await run(page, 'function populate(jwt) {\n  jwt.a = \n}')
      await page.getByText('Run anyway').waitFor()
    },
  ],
  ['input that is not JSON', (page) => pasteInput(page, '{ "jwt": oops }')],
  [
    'the menu of a lambda',
    async (page) => {
      await page.getByRole('treeitem').nth(1).click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Rename' }).waitFor()
    },
  ],
  [
    'renaming',
    async (page) => {
      await page.getByRole('menuitem', { name: 'Rename' }).click()
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'a new lambda',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'New lambda' }).first().click()
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'a change of type',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByTitle('Change type').click()
      await page.keyboard.type('login')
      await page.getByText('What will no longer fit').waitFor()
    },
  ],
  [
    'a lambda type',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Lambda types' }).click()
      await page.getByRole('article').waitFor()
    },
  ],
]

let page: Page

beforeAll(async () => {
  ;({ page } = await openPage(workspaceFolder()))
  await page.locator('.monaco-editor .view-line').first().waitFor()
})

test.each(screens)('%s has nothing that axe finds in any theme', async (_screen, reach) => {
  await reach(page)
  expect(await violationsInEveryTheme(page)).toEqual([])
})
