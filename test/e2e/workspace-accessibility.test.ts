import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { violationsInEveryTheme } from '../helpers/axe.ts'
import { pasteBody } from '../helpers/editor.ts'
import { usePages } from '../helpers/use-pages.ts'
import { placeOf, workspaceFolder } from '../helpers/workspace-folder.ts'

const openPage = usePages()
const body = (line: string): string => `function populate(jwt, user) {\n  ${line}\n}\n`

function makeWorkspace(): string {
  const folder = workspaceFolder([
    {
      slug: 'claims',
      name: 'Claims',
      body: body('jwt.plan = user.data.plan;'),
      cases: {
        good: {
          input: { jwt: {}, user: { data: { plan: 'team' } } },
          expect: { arguments: { jwt: { plan: 'team' } } },
        },
        bad: { input: { jwt: {}, user: { data: {} } }, expect: { arguments: { jwt: { plan: ['free'] } } } },
        any: { input: { jwt: {}, user: { data: {} } }, property: { vary: ['/user'], runs: 20, seed: 1 } },
      },
    },
  ])
  writeFileSync(placeOf(folder, 'claims', 'cases', 'broken.json'), '{')
  return folder
}

/** The screens, each reached from the one before it. */
const screens: readonly [string, (page: Page, folder: string) => Promise<unknown>][] = [
  [
    'a lambda with its cases',
    (page) => page.getByRole('list', { name: 'Cases' }).getByText('good').waitFor(),
  ],
  [
    'keeping a run',
    async (page) => {
      await page.keyboard.press('Control+Enter')
      await page.getByRole('button', { name: 'Keep as a case' }).click()
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'tests that have not run',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Tests' }).click()
      await page.getByText('No tests yet').waitFor()
    },
  ],
  [
    'test results',
    async (page) => {
      await page.getByRole('button', { name: 'Run all tests' }).first().click()
      await page.getByText('1 passed').waitFor()
    },
  ],
  [
    'a failing case',
    async (page) => {
      await page.getByRole('treeitem', { name: 'Failed bad' }).click()
      await page.getByRole('heading', { name: '/jwt/plan' }).waitFor()
    },
  ],
  [
    'a counterexample',
    async (page) => {
      await page.getByRole('treeitem', { name: 'Failed any' }).click()
      await page.getByRole('heading', { name: 'Smallest failing input' }).waitFor()
    },
  ],
  [
    'a broken case',
    async (page) => {
      await page.getByRole('button', { name: 'Lambdas' }).click()
      await page.getByRole('list', { name: 'Cases' }).getByText('broken').click()
      await page.getByText(/The case is not JSON/).waitFor()
    },
  ],
  [
    'files that need attention',
    async (page) => {
      await page.getByRole('button', { name: '1 file needs attention' }).click()
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'the history',
    async (page) => {
      await page.keyboard.press('Escape')
      await pasteBody(page, body('jwt.newer = 1;'))
      await page.keyboard.press('Control+s')
      await page.getByText('1 unsaved').waitFor({ state: 'detached' })
      await page.keyboard.press('Alt+h')
      await page
        .getByRole('button', { name: /Before a save/ })
        .first()
        .waitFor()
    },
  ],
  [
    'an outside edit compared',
    async (page, folder) => {
      await page.keyboard.press('Alt+h')
      await pasteBody(page, body('jwt.mine = 1;'))
      writeFileSync(placeOf(folder, 'claims', 'lambda.js'), body('jwt.theirs = 1;'))
      await page.getByRole('button', { name: 'Compare' }).click()
      await page.locator('.view-lines', { hasText: 'jwt.theirs' }).first().waitFor()
    },
  ],
  [
    'the question about unsaved text',
    async (page) => {
      await page.keyboard.press('Alt+w')
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'the menu of the workspace',
    async (page) => {
      await page.getByRole('button', { name: 'Cancel' }).click()
      await page.getByRole('button', { name: /^Workspace/ }).click()
      await page.getByRole('menuitem', { name: 'Import lambdas' }).waitFor()
    },
  ],
  [
    'an import',
    async (page) => {
      await page.getByRole('menuitem', { name: 'Import lambdas' }).click()
      const file = join(mkdtempSync(join(tmpdir(), 'import-')), 'odd.js')
      writeFileSync(file, 'function reconcile(user) {}\n')
      await page.locator('input[type=file][multiple]').setInputFiles(file)
      await page.getByRole('combobox', { name: 'Type of odd' }).waitFor()
    },
  ],
]

const folder = makeWorkspace()
let page: Page

beforeAll(async () => {
  ;({ page } = await openPage(folder))
  await page.locator('.monaco-editor .view-line').first().waitFor()
})

test.each(screens)('%s has nothing that axe finds in any theme', async (_screen, reach) => {
  await reach(page, folder)
  expect(await violationsInEveryTheme(page)).toEqual([])
})

test('the choice of a workspace has nothing that axe finds in any theme', async () => {
  const { page: welcome } = await openPage(mkdtempSync(join(tmpdir(), 'empty-')))
  await welcome.getByRole('textbox', { name: 'Folder' }).waitFor()
  expect(await violationsInEveryTheme(welcome)).toEqual([])
})
