import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { JsonObject } from '../../electron/contract/json.ts'
import { pasteCase, pasteInput } from '../helpers/editor.ts'
import { usePages } from '../helpers/use-pages.ts'
import { placeOf, workspaceFolder } from '../helpers/workspace-folder.ts'

const openPage = usePages()
const body = `function populate(jwt, user, registration) {
  jwt.roles = registration ? registration.roles : [];
  console.info('populated');
}
`
const withCases = (cases: Readonly<Record<string, JsonObject>> = {}): string =>
  workspaceFolder([{ slug: 'roles', name: 'Roles', body, cases }])
const read = (folder: string, name: string): JsonObject =>
  JSON.parse(readFileSync(placeOf(folder, 'roles', 'cases', `${name}.json`), 'utf8')) as JsonObject

const result = (page: Page) => page.getByRole('region', { name: 'Result', exact: true })
const caseRow = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Cases' }).getByRole('button', { name, exact: false }).first()
/** Works on a case: shows it in the editor. */
async function choose(page: Page, name: string): Promise<void> {
  await caseRow(page, name).click()
  await page.getByRole('textbox', { name: `Case ${name} as JSON` }).waitFor({ state: 'attached' })
}

const run = (page: Page) => page.keyboard.press('Control+Enter')

test('a run is kept as a case that expects the chosen parts of what happened', async () => {
  const folder = withCases()
  const { page } = await openPage(folder)
  await pasteInput(page, '{ "jwt": {}, "user": {}, "registration": { "roles": ["admin"] } }')
  await run(page)
  await page.getByRole('button', { name: 'Keep as a case' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('An admin')
  await dialog.getByRole('checkbox', { name: '1 console line' }).check()
  await dialog.getByRole('region', { name: 'Expectation' }).getByText('"populated"').waitFor()
  await dialog.getByRole('button', { name: 'Keep', exact: true }).click()
  await page.getByRole('textbox', { name: 'Case an-admin as JSON' }).waitFor({ state: 'attached' })
  expect(read(folder, 'an-admin')).toMatchObject({
    input: { registration: { roles: ['admin'] } },
    expect: { outcome: 'completed', arguments: { jwt: { roles: ['admin'] } }, console: ['populated'] },
  })
  await run(page)
  await result(page).getByText('As expected').waitFor()
})

test('a broken expectation shows expected and actual at its path', async () => {
  const { page } = await openPage(
    withCases({
      admin: {
        input: { jwt: {}, user: {}, registration: { roles: ['user'] } },
        expect: { arguments: { jwt: { roles: ['user', 'admin'] } } },
      },
    }),
  )
  await choose(page, 'admin')
  await run(page)
  await result(page).getByText('Failed').waitFor()
  await result(page).getByRole('heading', { name: '/jwt/roles' }).waitFor()
  const lines = await result(page).getByRole('table').getByRole('row').all()
  const cells = await Promise.all(lines.map((line) => line.getByRole('cell').allTextContents()))
  expect(cells.map((line) => line.map((cell) => cell.trim()))).toEqual(
    expect.arrayContaining([
      ['"user"', '"user"'],
      ['"admin"', ''],
    ]),
  )
  await caseRow(page, 'Failed admin').waitFor()
})

test('"Expect this" takes what happened for what the case expects', async () => {
  const folder = withCases({
    admin: {
      input: { jwt: {}, user: {}, registration: { roles: ['user'] } },
      expect: { arguments: { jwt: { roles: ['admin'] } } },
    },
  })
  const { page } = await openPage(folder)
  await choose(page, 'admin')
  await run(page)
  await page.getByRole('button', { name: 'Expect this' }).click()
  await page.getByRole('button', { name: 'Set expectation' }).click()
  await result(page).getByText('As expected').waitFor()
  expect(read(folder, 'admin')['expect']).toEqual({
    outcome: 'completed',
    arguments: { jwt: { roles: ['user'] } },
  })
})

test('the editor of a case completes what a case may hold', async () => {
  const { page } = await openPage(withCases({ admin: { input: {} } }))
  await choose(page, 'admin')
  await pasteCase(page, '{ "input": {}, "expect": { ')
  await page.keyboard.press('Control+Space')
  const suggestions = page.locator('.suggest-widget')
  await suggestions.getByText('outcome').first().waitFor()
  await suggestions.getByText('dropped').first().waitFor()
})

test('text that is not a case is said where it stands, and is neither run nor saved', async () => {
  const folder = withCases({ admin: { input: {} } })
  const { page } = await openPage(folder)
  await choose(page, 'admin')
  await pasteCase(page, '{ "input": {}, "expects": {} }')
  await page.getByText(/This is not a case:.*expects/).waitFor()
  await page.keyboard.press('Control+s')
  await page
    .getByRole('alert')
    .getByText(/expects/)
    .first()
    .waitFor()
  expect(read(folder, 'admin')).toEqual({ input: {} })
  await page.getByText('1 unsaved').waitFor()
})

test('a case is made, renamed, duplicated and deleted with undo', async () => {
  const folder = withCases({ admin: { input: { jwt: {} } } })
  const file = (name: string): boolean => existsSync(placeOf(folder, 'roles', 'cases', `${name}.json`))
  const { page } = await openPage(folder)
  const menu = async (name: string, item: string): Promise<void> => {
    await caseRow(page, name).hover()
    await page.getByRole('button', { name: `More for ${name}` }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await page.getByRole('button', { name: 'New case' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Guest user')
  await page.getByRole('button', { name: 'Create' }).click()
  await caseRow(page, 'guest-user').waitFor()
  expect(file('guest-user')).toBe(true)

  await menu('admin', 'Rename')
  await page.getByRole('textbox', { name: 'Name' }).fill('Owner')
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click()
  await caseRow(page, 'owner').waitFor()
  expect([file('owner'), file('admin')]).toEqual([true, false])

  await menu('owner', 'Duplicate')
  await caseRow(page, 'owner-2').waitFor()
  await menu('owner-2', 'Delete')
  await page.getByText('Case owner-2 is deleted').first().waitFor()
  expect(file('owner-2')).toBe(false)
  await page.getByRole('button', { name: 'Undo' }).click()
  await caseRow(page, 'owner-2').waitFor()
  expect(read(folder, 'owner-2')).toEqual({ input: { jwt: {} } })
})

test('a broken case stands in the list with its place, and can be mended there', async () => {
  const folder = withCases({ good: { input: {} } })
  writeFileSync(placeOf(folder, 'roles', 'cases', 'broken.json'), '{ "input": oops }')
  const { page } = await openPage(folder)
  await caseRow(page, 'broken').click()
  await page.getByText('The case is not JSON: line 1, column 12.').waitFor()
  await caseRow(page, 'broken').press('Delete')
  await caseRow(page, 'broken').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await caseRow(page, 'broken').waitFor()
  expect(readFileSync(placeOf(folder, 'roles', 'cases', 'broken.json'), 'utf8')).toBe('{ "input": oops }')

  // What is not saved is asked about first, and what is no case cannot be saved.
  await pasteCase(page, '{ "input": still }')
  await caseRow(page, 'broken').press('Delete')
  const dialog = page.getByRole('dialog', { name: 'Save your text?' })
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('is not JSON', { exact: false }).first().waitFor()
  await page.locator('.view-lines', { hasText: 'still' }).waitFor()

  await pasteCase(page, '{ "input": {} }')
  await page.keyboard.press('Control+s')
  await page.getByText('1 unsaved').waitFor({ state: 'detached' })
  await caseRow(page, 'Case without an expectation broken').waitFor()
  expect(read(folder, 'broken')).toEqual({ input: {} })
})
