import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'
import { createSampleWorkspace, openPage, openStudio, type OpenedStudio } from '../helpers/open-studio.ts'
import { pasteBody, pasteInput } from '../helpers/editor.ts'

let browser: Browser
let studio: OpenedStudio

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'studio-'))
  studio = await openStudio(folder)
  await createSampleWorkspace(browser, studio.address, join(folder, 'lambdas'))
})
afterEach(() => studio.close())

const result = (page: Page) => page.getByRole('region', { name: 'Result', exact: true })

test('a changed body runs with Ctrl+Enter and shows the changed claim and the console line', async () => {
  const { page, complaints } = await openPage(browser, studio.address)
  await pasteBody(
    page,
    `function populate(jwt, user) {
  jwt.greeting = 'hello ' + user.firstName;
  console.info('greeted ' + user.email);
}`,
  )
  await page.keyboard.press('Control+Enter')
  await result(page).getByText('/jwt/greeting').waitFor()
  await result(page)
    .getByText(/hello Ingrid/)
    .waitFor()
  await page.getByRole('tab', { name: /Console/ }).click()
  await result(page)
    .getByText(/greeted ingrid/)
    .waitFor()
  expect(page.url()).not.toContain('token')
  expect(complaints).toEqual([])
})

test('an error is shown with its place and marked in the editor', async () => {
  const { page } = await openPage(browser, studio.address)
  await pasteBody(page, 'function populate(jwt, user) {\n  jwt.city = user.address.city;\n}')
  await page.getByRole('button', { name: /^Run/ }).first().click()
  await result(page)
    .getByText(/Cannot read properties of undefined/)
    .waitFor()
  await page.locator('.monaco-editor .squiggly-error').first().waitFor()
})

test('input that is not JSON is said where it stands, and kept', async () => {
  const { page } = await openPage(browser, studio.address)
  await pasteInput(page, '{ "jwt": oops }')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/The input is not JSON: line 1/).waitFor()
  await page.locator('.view-lines', { hasText: 'oops' }).waitFor()
})

test.each([
  ['without the token', (origin: string) => `${origin}/`],
  ['with a wrong token', (origin: string) => `${origin}/?token=wrong`],
])('the page is refused %s', async (_how, address) => {
  const page = await (await browser.newContext()).newPage()
  const response = await page.goto(address(studio.origin))
  expect(response?.status()).toBe(401)
})
