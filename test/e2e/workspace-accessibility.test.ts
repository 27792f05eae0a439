import { mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll } from 'vitest'
import { pasteBody } from '../helpers/editor.ts'
import { usePages } from '../helpers/use-pages.ts'
import { placeOf, workspaceFolder, writeLambda } from '../helpers/workspace-folder.ts'
import { lookAt, type Screen } from './looking/look-at.ts'

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
  writeLambda(folder, { slug: 'unread', body: '' })
  writeFileSync(placeOf(folder, 'unread', 'lambda.json'), '{')
  return folder
}

/** The screens, each reached from the one before it. */
const folder = makeWorkspace()
const screens: readonly Screen[] = [
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
      await page.getByRole('button', { name: /^\d files need attention/ }).click()
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'a file that is mended',
    async (page) => {
      await page.getByRole('dialog').getByRole('button', { name: /^Mend/ }).first().click()
      await page.getByRole('dialog').getByRole('button', { name: 'Back' }).waitFor()
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
    async (page) => {
      await page.keyboard.press('Alt+h')
      await pasteBody(page, body('jwt.mine = 1;'))
      writeFileSync(placeOf(folder, 'claims', 'lambda.js'), body('jwt.theirs = 1;'))
      await page.getByRole('button', { name: 'Compare' }).click()
      await page.locator('.view-lines', { hasText: 'jwt.theirs' }).first().waitFor()
      // Where there is less room, one side stands below the other for a while.
      await page.setViewportSize({ width: 900, height: 900 })
      await page.locator('.monaco-diff-editor:not(.side-by-side)').first().waitFor()
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.locator('.monaco-diff-editor.side-by-side').first().waitFor()
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
      const unreadable = join(dirname(file), 'latin.js')
      writeFileSync(unreadable, new Uint8Array([0x22, 0xfc, 0x22]))
      await page.locator('input[type=file][multiple]').setInputFiles([file, unreadable])
      await page.getByRole('combobox', { name: 'Type of odd' }).waitFor()
    },
  ],
  [
    'the outcome of an import',
    async (page) => {
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('combobox', { name: 'Type of odd' }).selectOption({ index: 1 })
      await dialog.getByRole('button', { name: 'Import 1 lambda' }).click()
      await dialog.getByText('Imported').first().waitFor()
    },
  ],
  [
    'the formats of an export',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^Workspace/ }).click()
      await page.getByRole('menuitem', { name: 'Export all lambdas' }).press('ArrowRight')
      await page.getByRole('menuitem', { name: 'Export a Kickstart file' }).waitFor()
    },
  ],
  [
    'deleting a lambda',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+,')
      await page.getByRole('switch', { name: 'Ask before a lambda is deleted' }).click()
      await page.getByRole('button', { name: 'Lambdas', exact: true }).click()
      await page.locator('[data-id=odd]').first().click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Delete' }).click()
      await page.getByRole('dialog', { name: /Delete .*\?/ }).waitFor()
    },
  ],
  [
    'a deletion to be undone',
    async (page) => {
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Delete/ })
        .click()
      await page.getByRole('button', { name: 'Undo' }).waitFor()
    },
  ],
  [
    'a workspace that is gone',
    async (page) => {
      renameSync(folder, `${folder}-moved`)
      await page.getByText(/was deleted or moved away/).waitFor()
    },
  ],
]

let page: Page

beforeAll(async () => {
  ;({ page } = await openPage(folder))
  await page.locator('.monaco-editor .view-line').first().waitFor()
})

lookAt('workspace', screens, () => page)
