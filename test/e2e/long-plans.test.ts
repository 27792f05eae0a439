import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from '../helpers/axe.ts'
import { OtherUser } from '../helpers/demo-rest.ts'
import { addInstance, planRow, showInstances } from '../helpers/instance-screens.ts'
import { usePages } from '../helpers/use-pages.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

// The tests are one way, each from where the one before it ended.
const openPage = usePages()
const count = 300
const nameOf = (at: number): string => `Imported ${String(at).padStart(4, '0')}`

let page: Page
let complaints: readonly string[]
let from: OtherUser
let to: OtherUser

beforeAll(async () => {
  from = await OtherUser.start(31)
  to = await OtherUser.start(32)
  ;({ page, complaints } = await openPage(workspaceFolder()))
})
afterAll(async () => {
  await from.demo.close()
  await to.demo.close()
})

/** A Kickstart file, and one that does not tell the type of its lambda. */
function filesToImport(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'import-'))
  const requests = Array.from({ length: count - 1 }, (_, at) => ({
    method: 'POST',
    url: '/api/lambda',
    body: { lambda: { name: nameOf(at), type: 'JWTPopulate', body: `function populate() { return ${at} }` } },
  }))
  const [many, odd] = [join(folder, 'kickstart.json'), join(folder, 'odd.js')]
  writeFileSync(many, JSON.stringify({ requests }))
  writeFileSync(odd, 'function reconcile(user) {}\n')
  return [many, odd]
}

const drawn = (table: Locator): Promise<number> => table.getByRole('row').count()

test('of a long import the rows in view are drawn, and the keys lead to the others', async () => {
  await page.getByRole('button', { name: /^Workspace/ }).click()
  await page.getByRole('menuitem', { name: 'Import lambdas' }).click()
  await page.locator('input[type=file][multiple]').setInputFiles(filesToImport())
  const dialog = page.getByRole('dialog')
  const found = dialog.getByRole('table', { name: 'Lambdas found' })
  await found.getByText(nameOf(0)).waitFor()
  expect(await found.getAttribute('aria-rowcount')).toBe(String(count + 1))
  expect(await drawn(found)).toBeLessThan(60)
  expect(await violations(page)).toEqual([])

  await found.getByRole('checkbox').first().focus()
  await page.keyboard.press('End')
  const last = found.getByRole('row', { name: 'odd' })
  expect(await last.getAttribute('aria-rowindex')).toBe(String(count + 1))
  expect(await last.getByRole('checkbox').and(page.locator(':focus')).count()).toBe(1)
  await page.keyboard.press('Tab')
  await page.keyboard.type('Google')
  await expect.poll(() => last.getByRole('combobox').inputValue()).toBe('GoogleReconcile')
  await dialog.getByRole('button', { name: `Import ${count} lambdas` }).click()
  await last.getByText('Imported', { exact: true }).waitFor({ timeout: 90_000 })
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}, 150_000)

test('of a long comparison the rows in view are drawn, and what is chosen stays in view', async () => {
  await showInstances(page)
  await addInstance(page, 'Here', from)
  const table = page.getByRole('table', { name: 'Lambdas here and there' })
  await planRow(page, nameOf(0)).waitFor()
  expect(Number(await table.getAttribute('aria-rowcount'))).toBeGreaterThan(count)
  expect(await drawn(table)).toBeLessThan(100)
  expect(await violations(page)).toEqual([])

  // The pane of the chosen one comes below the table, which stays where it is.
  const selected = table.locator('[aria-selected=true]')
  await planRow(page, nameOf(0)).getByRole('button').click()
  await page.getByRole('region', { name: nameOf(0), exact: true }).waitFor()
  expect(await planRow(page, nameOf(0)).getAttribute('aria-selected')).toBe('true')
  await page.keyboard.press('End')
  await expect
    .poll(() => selected.getAttribute('aria-rowindex'))
    .toBe(await table.getAttribute('aria-rowcount'))
  // The control of the row that was come to is the next one.
  await page.keyboard.press('Tab')
  expect(await selected.getByRole('combobox').and(page.locator(':focus')).count()).toBe(1)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Home')
  await expect.poll(() => selected.getAttribute('aria-rowindex')).toBe('2')
})

test('of a long promotion the rows in view are drawn', async () => {
  await page.keyboard.press('Alt+Shift+P')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Push \d/ }).click()
  await page
    .getByRole('region', { name: 'Result', exact: true })
    .getByText(/3\d\d done/)
    .waitFor({ timeout: 120_000 })
  await addInstance(page, 'There', to)
  await page.getByRole('navigation', { name: 'Instances' }).getByRole('button', { name: /^Here/ }).click()
  await page.getByRole('tab', { name: 'Promote' }).click()
  const table = page.getByRole('table', { name: 'Lambdas to promote' })
  await table.getByRole('row').nth(5).waitFor({ timeout: 60_000 })
  expect(await drawn(table)).toBeLessThan(100)
  await table.getByRole('row').nth(3).getByRole('button').click()
  await page.keyboard.press('End')
  const last = table.locator('[aria-selected=true]')
  await expect.poll(() => last.getAttribute('aria-rowindex')).toBe(await table.getAttribute('aria-rowcount'))
  expect(await violations(page)).toEqual([])
  expect(complaints).toEqual([])
}, 240_000)
