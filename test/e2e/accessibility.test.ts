import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { pasteBody, pasteInput } from '../helpers/editor.ts'
import { usePages } from '../helpers/use-pages.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'
import { lookAt, type Screen } from './looking/look-at.ts'

const openPage = usePages()

async function run(page: Page, body: string): Promise<void> {
  await pasteBody(page, body)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('tab', { name: /^Changes/ }).waitFor()
}

/** The screens, each reached from the one before it. */
const screens: readonly Screen[] = [
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
    'what a problem means',
    async (page) => {
      await page.getByRole('button', { name: 'reserved-claim' }).click()
      await page.getByRole('dialog').getByRole('heading', { name: 'Why' }).waitFor()
    },
  ],
  [
    'a run that threw',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
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
    'two lambdas side by side',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.keyboard.press('Control+\\')
      await page.locator('[data-region=body-right] .monaco-editor .view-line').first().waitFor()
    },
  ],
  [
    'a new case',
    async (page) => {
      await page.keyboard.press('Control+\\')
      await page.getByRole('button', { name: /^New case/ }).click()
      await page.getByRole('dialog', { name: 'New case' }).waitFor()
    },
  ],
  [
    'groups without an instance',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Groups', exact: true }).click()
      await page.getByRole('main').getByText('No instance').waitFor()
      expect(await page.getByRole('navigation').getByRole('alert').count()).toBe(0)
    },
  ],
  [
    'users without an instance',
    async (page) => {
      await page.getByRole('button', { name: 'Users', exact: true }).click()
      await page.getByRole('navigation', { name: 'Users' }).waitFor()
      await page.getByRole('main').getByText('No instance').waitFor()
    },
  ],
  [
    'tests where there are none',
    async (page) => {
      await page.getByRole('button', { name: 'Tests', exact: true }).click()
      await page.getByText('No tests yet').waitFor()
    },
  ],
  [
    'the themes to choose from',
    async (page) => {
      await page.getByRole('button', { name: 'Theme' }).click()
      await page.getByRole('menuitemcheckbox').first().waitFor()
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

lookAt('lambda', screens, () => page)
