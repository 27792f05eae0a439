import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { violations, violationsInEveryTheme } from '../helpers/axe.ts'
import { usePages } from '../helpers/use-pages.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

const openPage = usePages()
const body = (line: string): string => `function populate(jwt, user) {\n  ${line}\n}\n`
const warned = 'function populate(jwt, user, registration) {\n  jwt.roles = registration.roles;\n}\n'
const folder = workspaceFolder([
  { slug: 'claims', name: 'Claims', body: body('jwt.plan = 1;'), cases: { admin: { input: { jwt: {} } } } },
  { slug: 'roles', name: 'Roles', body: warned },
])
let page: Page
let complaints: readonly string[]

beforeAll(async () => {
  ;({ page, complaints } = await openPage(folder))
  page.setDefaultTimeout(15_000)
  await page.locator('.monaco-editor .view-line').first().waitFor()
})
beforeEach(() => expect(complaints).toEqual([]))

const palette = () => page.getByRole('dialog', { name: 'Find a command' })
const option = (name: string | RegExp) => page.getByRole('dialog').getByRole('option', { name })
const gone = () => page.getByRole('dialog').waitFor({ state: 'detached' })

test('the palette finds a command by a part of its name and carries it out', async () => {
  await page.keyboard.press('Control+Shift+P')
  await palette().waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.type('run lambda')
  await option(/Run lambda/).waitFor()
  expect(await violationsInEveryTheme(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: /^Changes/ }).waitFor()
})

test('the palette leaves out what does not apply, and has what was used last at its top', async () => {
  await page.keyboard.press('F1')
  await option(/Run lambda/).waitFor()
  expect(await page.getByRole('option').first().textContent()).toContain('Run lambda')
  expect(await option(/Stop the run/).count()).toBe(0)
  await page.keyboard.press('Escape')
  await gone()
})

test('quick open goes to a lambda, a case of it, and a lambda type', async () => {
  const go = async (text: string, name: RegExp): Promise<void> => {
    await page.keyboard.press('Control+p')
    await page.keyboard.type(text)
    await option(name).first().waitFor()
    await page.keyboard.press('Enter')
  }
  await go('roles', /^Roles/)
  await page.getByRole('tab', { name: 'Roles', selected: true }).waitFor()
  await go('admin', /admin\s*Claims/)
  await page.getByRole('textbox', { name: 'Case admin as JSON' }).waitFor({ state: 'attached' })
  await go('apple', /Apple/)
  await page.getByRole('article').waitFor()
  await go('roles', /^Roles/)
})

test('the problems of the open lambdas are listed, and one leads to its place', async () => {
  await page.getByRole('button', { name: /1 warning/ }).click()
  await option(/registration/)
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('Ln 2,').waitFor()
})

test('the code of a problem leads to what is written about it: from the result, and from the editor', async () => {
  await page.keyboard.press('Control+Enter')
  await page.getByRole('tab', { name: /^Problems/ }).click()
  await page.getByRole('button', { name: 'unguarded-parameter' }).press('Enter')
  const about = page.getByRole('dialog', { name: 'unguarded-parameter' })
  await about.getByRole('heading', { name: 'Why' }).waitFor()
  expect(await violationsInEveryTheme(page)).toEqual([])
  await about.getByRole('button', { name: 'All checks' }).press('Enter')
  await page
    .getByRole('dialog', { name: 'Checks' })
    .getByRole('button', { name: 'fetch-cost' })
    .press('Enter')
  await page.getByRole('dialog', { name: 'fetch-cost' }).waitFor()
  await page.keyboard.press('Escape')
  await gone()

  await page.getByRole('textbox', { name: 'Body of Roles' }).focus()
  await page.keyboard.press('Control+.')
  await page.getByText('What unguarded-parameter means').waitFor()
  await page.keyboard.press('Enter')
  await about.waitFor()
  await page.keyboard.press('Escape')
  await gone()

  await page
    .locator('.view-line', { hasText: 'registration.roles' })
    .getByText('registration')
    .first()
    .hover()
  await page.getByRole('link', { name: 'unguarded-parameter' }).click()
  await about.waitFor()
  await page.keyboard.press('Escape')
  await gone()
})

test('other keys are chosen; a conflict names the other command, which then loses them', async () => {
  await page.keyboard.press('Control+Shift+?')
  const row = (name: string) => page.getByRole('dialog').getByRole('listitem').filter({ hasText: name })
  await row('New case').getByRole('button', { name: 'Change the keys of New case' }).click()
  await page.keyboard.press('Alt+n')
  await row('New case').getByText('Alt N is for “New lambda” now').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Use them here' }).press('Enter')
  await row('New lambda').getByText('no keys').waitFor()

  await row('Next tab').getByRole('button', { name: 'Change the keys of Next tab' }).click()
  await page.keyboard.press('x')
  await row('Next tab').getByText('X writes text', { exact: false }).waitFor()
  await page.keyboard.press('Control+w')
  await row('Next tab').getByText('Some browsers keep these keys for themselves.').waitFor()
  await page.getByRole('button', { name: 'Done' }).click()
  await gone()

  await page.reload()
  await page.locator('.monaco-editor .view-line').first().waitFor()
  await page.keyboard.press('Alt+n')
  await page.getByRole('dialog', { name: 'New case' }).waitFor()
  await page.keyboard.press('Escape')
  await gone()

  await page.keyboard.press('Control+Shift+?')
  await page.getByRole('button', { name: 'Reset all' }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  await gone()
  await page.keyboard.press('Alt+n')
  await page.getByRole('dialog', { name: 'New lambda' }).waitFor()
  await page.keyboard.press('Escape')
  await gone()
})

test('in a narrow window a button has the menus', async () => {
  await page.setViewportSize({ width: 700, height: 900 })
  await page.getByRole('button', { name: 'Menu' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Tests' }).press('ArrowRight')
  await page.getByRole('menuitem', { name: 'Run all tests' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('menu').first().waitFor({ state: 'detached' })
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('the menu bar is reached by a key, walked through with arrows, and left for where the focus was', async () => {
  const focused = () => page.evaluate<string>('document.activeElement.textContent')
  const label = () => page.locator(':focus').getAttribute('aria-label')
  await page.getByRole('textbox', { name: /^Body of/ }).focus()
  await page.keyboard.press('F10')
  expect(await page.getByRole('menubar', { name: 'Menu' }).getByRole('menuitem').allInnerTexts()).toEqual([
    'File',
    'Lambda',
    'Tests',
    'Instance',
    'View',
    'Help',
  ])
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect.poll(focused).toContain('Run lambda')
  await page.keyboard.press('ArrowRight')
  await expect.poll(focused).toContain('Run all tests')
  expect(await violationsInEveryTheme(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect.poll(focused).toBe('Tests')
  await page.keyboard.press('Escape')
  await expect.poll(label).toMatch(/^Body of/)

  await page.keyboard.press('F10')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('keyb')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
  await page.keyboard.press('Escape')
  await gone()
  await expect.poll(label).toMatch(/^Body of/)
})

test('what the studio is, and the licences of what is in it, are read by keyboard', async () => {
  await page.keyboard.press('F1')
  await page.keyboard.type('third-party')
  await option(/About Lambda Studio/).waitFor()
  await page.keyboard.press('Enter')
  const about = page.getByRole('dialog', { name: 'Lambda Studio' })
  await about.getByText(/^Version \d+\.\d+\.\d+/).waitFor()
  const notices = about.getByRole('region', { name: 'Third-party notices' })
  for (const [of, licence] of [
    ['@fontsource-variable/inter', 'OFL-1.1'],
    ['@iconify-json/lucide', 'ISC'],
    ['monaco-editor', 'MIT'],
    ['zod', 'MIT'],
  ] as const)
    await expect
      .poll(() => notices.textContent())
      .toMatch(new RegExp(`^${of} [\\d.]+ \\(${licence}\\)$`, 'm'))
  expect(await notices.getAttribute('tabindex')).toBe('0')
  expect(await violationsInEveryTheme(page)).toEqual([])
  await page.keyboard.press('Escape')
  await gone()
})
