import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { pasteBody, pasteCase } from '../helpers/editor.ts'
import { usePages } from '../helpers/use-pages.ts'
import { placeOf, workspaceFolder } from '../helpers/workspace-folder.ts'

const openPage = usePages()
const text = (page: Page, hasText: string) => page.locator('.view-lines', { hasText }).first()
const body = (line: string): string => `function populate(jwt, user, registration) {\n  ${line}\n}\n`
const bodyFile = (folder: string): string => placeOf(folder, 'add-claims', 'lambda.js')

/** What lies among the drafts of the workspace. */
function drafts(folder: string): string {
  const files = readdirSync(join(folder, '.studio', 'drafts'), { recursive: true, withFileTypes: true })
  return (
    files
      // A name with a dot before it is of a file that is being written.
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .join('\n')
  )
}

test('text that was never saved survives a kill of the studio and comes back with its difference', async () => {
  const folder = workspaceFolder()
  const before = readFileSync(bodyFile(folder), 'utf8')
  const { page, studio } = await openPage(folder)
  await pasteBody(page, body('jwt.unsaved = 1;'))
  await expect.poll(() => drafts(folder)).toContain('jwt.unsaved = 1;')
  studio.kill()
  await page.context().close()
  expect(readFileSync(bodyFile(folder), 'utf8')).toBe(before)

  const { page: next } = await openPage(folder)
  await next.getByText(/Text of .* was restored\./).waitFor()
  await text(next, 'jwt.unsaved').waitFor()
  await text(next, 'registration.roles').waitFor()
  await next.getByRole('button', { name: 'Keep', exact: true }).click()
  await next.keyboard.press('Control+s')
  await next.getByText('1 unsaved').waitFor({ state: 'detached' })
  expect(readFileSync(bodyFile(folder), 'utf8')).toBe(body('jwt.unsaved = 1;'))
  await expect.poll(() => drafts(folder)).toBe('')
})

test('a draft whose file was changed since is held against it', async () => {
  const folder = workspaceFolder()
  const { page, studio } = await openPage(folder)
  await pasteBody(page, body('jwt.mine = 1;'))
  await expect.poll(() => drafts(folder)).toContain('jwt.mine = 1;')
  studio.kill()
  await page.context().close()
  writeFileSync(bodyFile(folder), body('jwt.theirs = 1;'))

  const { page: next } = await openPage(folder)
  await next.getByText('Another program changed this file.').waitFor()
  await next.getByRole('button', { name: 'Take theirs' }).click()
  await text(next, 'jwt.theirs').waitFor()
  await expect.poll(() => drafts(folder)).toBe('')
})

test('saving what waits for a decision leads to it, also from the other side of the comparison', async () => {
  const folder = workspaceFolder()
  const { page, studio } = await openPage(folder)
  await pasteBody(page, body('jwt.mine = 1;'))
  await expect.poll(() => drafts(folder)).toContain('jwt.mine = 1;')
  studio.kill()
  await page.context().close()
  writeFileSync(bodyFile(folder), body('jwt.theirs = 1;'))

  const { page: next } = await openPage(folder, { viewport: { width: 1900, height: 900 } })
  await next.getByText('Another program changed this file.').waitFor()
  await next.locator('.monaco-diff-editor .original .view-line', { hasText: 'jwt.theirs' }).first().click()
  await next.keyboard.press('Control+s')
  await next.locator('button:focus', { hasText: 'Keep mine' }).waitFor()
  expect(readFileSync(bodyFile(folder), 'utf8')).toBe(body('jwt.theirs = 1;'))
  await next.keyboard.press('Enter')
  await next.keyboard.press('Control+s')
  await expect.poll(() => readFileSync(bodyFile(folder), 'utf8')).toBe(body('jwt.mine = 1;'))
})

test('every way to close a tab asks about unsaved text once, and cancel keeps everything', async () => {
  const folder = workspaceFolder()
  const { page } = await openPage(folder)
  const tab = page.getByRole('tab', { name: 'Add claims' })
  const closings: readonly (() => Promise<void>)[] = [
    () => page.keyboard.press('Alt+w'),
    () => tab.click({ button: 'middle' }),
    () => tab.press('Delete'),
    () => page.getByTitle('Close Add claims').click(),
    async () => {
      await tab.click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Close all' }).click()
    },
    async () => {
      await page.getByRole('button', { name: /^Workspace/ }).click()
      await page.getByRole('menuitem', { name: 'Open another workspace' }).click()
    },
    async () => {
      await page.getByRole('treeitem', { name: /Add claims/ }).focus()
      await page.keyboard.press('Delete')
    },
  ]
  await pasteBody(page, body('jwt.asked = 1;'))
  for (const close of closings) {
    await close()
    await page.getByRole('dialog', { name: 'Save your text?' }).waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await text(page, 'jwt.asked').waitFor()
  }
  await page.keyboard.press('Alt+w')
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('No lambda is open').waitFor()
  expect(readFileSync(bodyFile(folder), 'utf8')).toBe(body('jwt.asked = 1;'))
})

test('text that is not to be saved goes with its tab, and the file stays as it was', async () => {
  const folder = workspaceFolder()
  const before = readFileSync(bodyFile(folder), 'utf8')
  const { page } = await openPage(folder)
  await pasteBody(page, body('jwt.gone = 1;'))
  await page.keyboard.press('Alt+w')
  await page.getByRole('button', { name: 'Do not save' }).click()
  await page.getByText('No lambda is open').waitFor()
  await page.getByRole('treeitem', { name: 'Add claims' }).click()
  await text(page, 'registration.roles').waitFor()
  expect(readFileSync(bodyFile(folder), 'utf8')).toBe(before)
  await expect.poll(() => drafts(folder)).toBe('')
})

test('leaving the page with unsaved text is asked by the browser', async () => {
  const { page } = await openPage(workspaceFolder())
  await pasteBody(page, body('jwt.left = 1;'))
  const asked = page.waitForEvent('dialog')
  void page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
})

test('save all writes bodies and cases of every lambda', async () => {
  const folder = workspaceFolder([
    { slug: 'one', body: body('jwt.one = 1;'), cases: { example: { input: { jwt: {} } } } },
    { slug: 'two', body: body('jwt.two = 1;') },
  ])
  const { page } = await openPage(folder)
  await page
    .getByRole('button', { name: /example/ })
    .first()
    .click()
  await pasteCase(page, '{ "input": { "jwt": { "of": "case" } } }')
  await page.getByRole('treeitem', { name: 'two' }).click()
  await text(page, 'jwt.two').waitFor()
  await pasteBody(page, body('jwt.two = 2;'))
  await page.getByText('2 unsaved').waitFor()
  await page.keyboard.press('Control+Alt+s')
  await page.getByText(/unsaved/).waitFor({ state: 'detached' })
  expect(readFileSync(placeOf(folder, 'two', 'lambda.js'), 'utf8')).toBe(body('jwt.two = 2;'))
  expect(readFileSync(placeOf(folder, 'one', 'cases', 'example.json'), 'utf8')).toContain('"of": "case"')
})

test('history shows what a save replaced, and restores it', async () => {
  const folder = workspaceFolder()
  const before = readFileSync(bodyFile(folder), 'utf8')
  const { page } = await openPage(folder)
  await text(page, 'registration.roles').waitFor()
  await page.keyboard.press('Alt+h')
  await page.getByText('No history yet').waitFor()
  await page.keyboard.press('Alt+h')
  await pasteBody(page, body('jwt.newer = 1;'))
  await page.keyboard.press('Control+s')
  await page.getByText('1 unsaved').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'History', exact: true }).click()
  await page.getByRole('button', { name: /Before a save/ }).waitFor()
  await text(page, 'registration.roles').waitFor()
  await text(page, 'jwt.newer').waitFor()
  await page.getByRole('button', { name: 'Restore' }).click()
  await page.getByRole('region', { name: 'History' }).waitFor({ state: 'detached' })
  await text(page, 'registration.roles').waitFor()
  expect(readFileSync(bodyFile(folder), 'utf8')).toBe(before)
  await page.getByRole('button', { name: 'History', exact: true }).click()
  await page.getByRole('button', { name: /Before a restore/ }).waitFor()
})
