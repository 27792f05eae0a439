import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { JsonObject } from '../../electron/contract/json.ts'
import { pasteBody } from '../helpers/editor.ts'
import { usePages } from '../helpers/use-pages.ts'
import { placeOf, workspaceFolder, type WrittenLambda } from '../helpers/workspace-folder.ts'

const openPage = usePages()
const expecting = (roles: readonly string[]): JsonObject => ({
  input: { jwt: {}, user: {}, registration: { roles: ['user'] } },
  expect: { arguments: { jwt: { roles } } },
})
const roles: WrittenLambda = {
  slug: 'roles',
  name: 'Roles',
  body: `function populate(jwt, user, registration) {
  if (!registration) {
    jwt.guest = true;
    return;
  }
  jwt.roles = registration.roles;
}
`,
  cases: { good: expecting(['user']), bad: expecting(['admin']), example: { input: { jwt: {} } } },
}
const other: WrittenLambda = {
  slug: 'other',
  name: 'Other',
  body: 'function populate(jwt) {\n  jwt.other = 1;\n}\n',
  cases: { only: { input: { jwt: {} }, expect: { arguments: { jwt: { other: 1 } } } } },
}

const panel = (page: Page) => page.getByRole('navigation', { name: 'Tests' })
const row = (page: Page, name: string) => panel(page).getByRole('treeitem', { name })

async function openTests(page: Page): Promise<void> {
  await page.locator('.monaco-editor .view-line').first().waitFor()
  await showTests(page)
}

function showTests(page: Page): Promise<void> {
  return page.getByRole('navigation', { name: 'Activities' }).getByRole('button', { name: 'Tests' }).click()
}

async function testAll(page: Page): Promise<void> {
  await openTests(page)
  await panel(page).getByRole('button', { name: 'Run all tests' }).first().click()
}

test('all cases are tested, with counts, durations and coverage as a share and in the gutter', async () => {
  const { page, complaints } = await openPage(workspaceFolder([roles, other]))
  await testAll(page)
  await panel(page).getByText('2 passed').waitFor()
  await panel(page).getByRole('button', { name: '1 failed' }).waitFor()
  await row(page, 'Passed good').waitFor()
  await row(page, 'Not tested example').waitFor()
  expect(await row(page, 'good').textContent()).toMatch(/\d (ms|s)/)
  expect(await row(page, 'Roles').textContent()).toMatch(/\d+ %/)
  await row(page, 'bad').click()
  await page.locator('.studio-covered').first().waitFor()
  await page.locator('.studio-uncovered').first().waitFor()
  await page.getByRole('heading', { name: '/jwt/roles' }).waitFor()
  expect(complaints).toEqual([])
})

test('one lambda, one case, and what failed can be tested alone', async () => {
  const folder = workspaceFolder([roles, other])
  const { page } = await openPage(folder)
  await openTests(page)
  await page.getByRole('treeitem').first().waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Lambdas' }).click()
  await page.getByRole('treeitem', { name: 'Roles' }).click()
  await page.getByRole('button', { name: 'Test all its cases' }).click()
  await openTests(page)
  await panel(page).getByText('1 passed').waitFor()
  expect(await row(page, 'only').count()).toBe(0)

  writeFileSync(placeOf(folder, 'roles', 'cases', 'bad.json'), JSON.stringify(expecting(['user'])))
  await panel(page).getByRole('button', { name: 'Run failed tests again' }).click()
  await panel(page).getByText('2 passed').waitFor()

  await page.getByRole('button', { name: 'Lambdas' }).click()
  await page.getByRole('treeitem', { name: 'Other' }).click()
  await page.getByRole('list', { name: 'Cases' }).getByRole('button', { name: /only/ }).first().hover()
  await page.getByRole('button', { name: 'More for only' }).click()
  await page.getByRole('menuitem', { name: 'Test case' }).click()
  await page.getByText('As expected').waitFor()
})

test('only failed cases show where that is asked for', async () => {
  const { page } = await openPage(workspaceFolder([roles, other]))
  await testAll(page)
  await panel(page).getByRole('button', { name: '1 failed' }).click()
  await row(page, 'good').waitFor({ state: 'detached' })
  await row(page, 'bad').waitFor()
})

test('a save tests its lambda again where that is switched on, whoever saved', async () => {
  const folder = workspaceFolder([roles])
  const { page } = await openPage(folder)
  await testAll(page)
  await panel(page).getByText('1 passed').waitFor()
  await panel(page).getByRole('switch', { name: 'Test on save' }).click()
  await pasteBody(page, "function populate(jwt) {\n  jwt.roles = ['admin'];\n}\n")
  await page.keyboard.press('Control+s')
  await row(page, 'Passed bad').waitFor()
  await row(page, 'Failed good').waitFor()
  writeFileSync(placeOf(folder, 'roles', 'lambda.js'), roles.body)
  await row(page, 'Passed good').waitFor()
})

test('what all lambdas run with tests everything again where that is switched on', async () => {
  const body = `function populate(jwt, user, registration) {
  jwt.roles = registration?.roles;
}
`
  const slow = {
    ...other,
    body: `${other.body}const end = Date.now() + 300;\nwhile (Date.now() < end) {}\n`,
  }
  const folder = workspaceFolder([{ ...roles, body }, slow])
  const { page } = await openPage(folder)
  const level = (ecmaVersion: number): void =>
    writeFileSync(join(folder, 'studio.json'), JSON.stringify({ version: 1, ecmaVersion }))
  await testAll(page)
  await row(page, 'Passed good').waitFor()
  // The switch is the user's, and so of every studio that was started here.
  await panel(page).getByRole('switch', { name: 'Test on save' }).setChecked(true)
  level(2019)
  await row(page, 'Failed good').waitFor()
  await row(page, 'Passed only').waitFor()
  level(2021)
  await row(page, 'Passed good').waitFor()

  await limitRuns(page, '100')
  await row(page, 'Failed only').waitFor()
  await limitRuns(page, '1000')
  await row(page, 'Passed only').waitFor()
})

async function limitRuns(page: Page, milliseconds: string): Promise<void> {
  await page.keyboard.press('Control+,')
  const time = page.getByRole('spinbutton', { name: 'Time of a run' })
  await time.fill(milliseconds)
  await time.press('Enter')
  await showTests(page)
}

test('a long test shows how far it is, can be cancelled, and keeps what it found', async () => {
  const slow = 'function populate(jwt) {\n  const end = Date.now() + 300;\n  while (Date.now() < end) {}\n}\n'
  const cases = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `case-${index}`,
      { input: { jwt: {} }, expect: { outcome: 'completed' } },
    ]),
  )
  const { page } = await openPage(workspaceFolder([{ slug: 'slow', name: 'Slow', body: slow, cases }]))
  await testAll(page)
  await panel(page)
    .getByText(/^[1-9]\d* of 60$/)
    .waitFor()
  await panel(page)
    .getByRole('treeitem', { name: /^Passed/ })
    .first()
    .waitFor()
  await panel(page).getByRole('button', { name: 'Cancel the test' }).click()
  await panel(page)
    .getByText(/\d+ passed/)
    .waitFor()
  const passed = Number(
    /\d+/.exec(
      (await panel(page)
        .getByText(/\d+ passed/)
        .textContent()) ?? '',
    )?.[0],
  )
  expect(passed).toBeGreaterThan(0)
  expect(passed).toBeLessThan(60)
})

test('results are there again after the page was loaded anew', async () => {
  const { page } = await openPage(workspaceFolder([roles]))
  await testAll(page)
  await panel(page).getByRole('button', { name: '1 failed' }).waitFor()
  await page.reload()
  await panel(page).getByRole('button', { name: '1 failed' }).waitFor()
})

test('a property case shows the smallest input that breaks it, to try and to keep', async () => {
  const folder = workspaceFolder([
    {
      slug: 'plan',
      name: 'Plan',
      body: 'function populate(jwt, user) {\n  jwt.plan = user.data.plan;\n}\n',
      cases: {
        'any-user': {
          input: { jwt: {}, user: { data: { plan: 'team' }, email: 'a@example.com' } },
          property: { vary: ['/user'], runs: 100, seed: 1 },
        },
      },
    },
  ])
  const { page } = await openPage(folder)
  await testAll(page)
  await row(page, 'Failed any-user').waitFor()
  await row(page, 'any-user').click()
  const found = page.getByRole('region', { name: 'Smallest failing input' })
  await found.getByRole('button', { name: 'Add as a case' }).click()
  await page
    .getByRole('textbox', { name: 'Case any-user-counterexample as JSON' })
    .waitFor({ state: 'attached' })
  expect(readdirSync(placeOf(folder, 'plan', 'cases'))).toContain('any-user-counterexample.json')
  const kept = JSON.parse(
    readFileSync(placeOf(folder, 'plan', 'cases', 'any-user-counterexample.json'), 'utf8'),
  ) as JsonObject
  expect(kept).toMatchObject({ expect: { outcome: 'completed' } })
  expect(kept).not.toHaveProperty('property')
  await page.keyboard.press('Control+Enter')
  await page
    .getByText(/Cannot read properties/)
    .first()
    .waitFor()
})
