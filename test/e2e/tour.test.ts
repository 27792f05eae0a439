import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { violations } from '../helpers/axe.ts'
import { usePages } from '../helpers/use-pages.ts'

const openPage = usePages()
let page: Page
let complaints: readonly string[]

const tour = () => page.getByRole('region', { name: 'Tour' })
const press = (name: string) => tour().getByRole('button', { name, exact: true }).press('Enter')
const reached = (title: string) => tour().getByText(title, { exact: true }).waitFor()

/** Lets the tour put the focus on the control that it rings, and presses it. */
async function doIt(): Promise<void> {
  await press('Show me')
  await page.locator('[data-tour-here]:focus').press('Enter')
}

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'studio-'))
  ;({ page, complaints } = await openPage(folder, { colorScheme: 'light' }))
  await page.getByRole('textbox', { name: 'Folder' }).fill(join(folder, 'lambdas'))
  await page.getByRole('button', { name: 'Create with samples' }).click()
  await page.locator('.monaco-editor .view-line').first().waitFor()
})

test('a sample workspace comes with a tour that can be gone back and forth in', async () => {
  await reached('Run a lambda')
  await press('Next')
  await reached('Keep it as a case')
  await press('Back')
  await reached('Run a lambda')
  expect(await tour().getByRole('button', { name: 'Back' }).isDisabled()).toBe(true)
})

test('it can be left, stays away on a reload, and goes on where it was left', async () => {
  await press('Next')
  await press('Leave the tour')
  await tour().waitFor({ state: 'detached' })
  await page.reload()
  await page.locator('.monaco-editor .view-line').first().waitFor()
  expect(await tour().count()).toBe(0)
  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: 'Go on with the tour' }).press('Enter')
  await reached('Keep it as a case')
  await press('Back')
  await doIt()
  await page.locator('.monaco-editor .view-line').first().waitFor()
})

test('each step is done by the keyboard alone and leads on, up to the push', async () => {
  await doIt()
  await reached('Keep it as a case')
  await tour().getByText('It ran.').waitFor()
  expect(await violations(page)).toEqual([])
  await doIt()
  await page.getByRole('dialog').getByRole('textbox').first().fill('first')
  await page.keyboard.press('Enter')
  await reached('See what a push would change')
  await doIt()
  await page.locator('[data-entry]').first().waitFor()
  await doIt()
  await reached('Push it')
  await doIt()
  await tour().waitFor({ state: 'detached', timeout: 60_000 })
  await page.getByText('That is the whole way', { exact: false }).first().waitFor()
  expect(complaints).toEqual([])
})

test('it has nothing that axe finds in the dark theme', async () => {
  await page.getByRole('button', { name: 'Close', exact: true }).first().click()
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: 'Go on with the tour' }).press('Enter')
  await reached('Run a lambda')
  expect(await violations(page)).toEqual([])
})
