import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'
import { pasteBody } from '../helpers/editor.ts'
import { openPage, openStudio } from '../helpers/open-studio.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('text is there again after the page was loaded anew', async () => {
  const studio = await openStudio(workspaceFolder())
  const { page } = await openPage(browser, studio.address)
  await pasteBody(page, 'function populate(jwt) {\n  jwt.kept = "through a reload"\n}')
  await page.reload()
  await page.locator('.view-lines', { hasText: 'through a reload' }).waitFor()
  await studio.close()
})

test('a studio that ended is told, and the text and the last result stay', async () => {
  const studio = await openStudio(workspaceFolder())
  const { page } = await openPage(browser, studio.address)
  await pasteBody(page, 'function populate(jwt) {\n  jwt.kept = 1\n}')
  await page.keyboard.press('Control+Enter')
  await page.getByText('/jwt/kept').waitFor()
  await studio.close()
  await page.keyboard.press('Control+Enter')
  await page.getByText('The studio does not answer.').first().waitFor()
  await page.getByText('/jwt/kept').waitFor()
  await page.locator('.view-lines', { hasText: 'jwt.kept' }).waitFor()
})

test('a deleted lambda comes back by undo', async () => {
  const studio = await openStudio(workspaceFolder())
  const { page } = await openPage(browser, studio.address)
  await pasteBody(page, 'function populate(jwt) {\n  jwt.undone = 1\n}')
  await page.getByRole('treeitem').nth(1).focus()
  await page.keyboard.press('Delete')
  // What is not saved is asked about first, as wherever text would go.
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('No lambda is open').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.locator('.view-lines', { hasText: 'jwt.undone' }).waitFor()
  await studio.close()
})

test('sizes of the panes and the theme are as they were left', async () => {
  const studio = await openStudio(workspaceFolder())
  const { page } = await openPage(browser, studio.address)
  const handle = page.getByRole('separator').first()
  await handle.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Dark', exact: true }).click()
  const left = await page.getByRole('main').boundingBox()
  await page.reload()
  await page.locator('.monaco-editor .view-line').first().waitFor()
  expect(await page.getByRole('main').boundingBox()).toEqual(left)
  expect(await page.locator('html').getAttribute('class')).toBe('dark')
  await studio.close()
})

test('a side bar that is hidden stays so, and each separator of the workbench keeps its place', async () => {
  const studio = await openStudio(workspaceFolder())
  const { page } = await openPage(browser, studio.address)
  const handles = () => page.getByRole('separator').all()
  const places = async () => Promise.all((await handles()).map((handle) => handle.boundingBox()))
  const kept = () => page.evaluate<string>('JSON.stringify(Object.entries(localStorage).toSorted())')
  const count = (await handles()).length
  expect(count).toBe(4)
  for (let at = 0; at < count; at += 1) {
    const [before, keptBefore] = [(await places())[at], await kept()]
    await page.getByRole('separator').nth(at).focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowUp')
    await expect.poll(async () => (await places())[at]).not.toEqual(before)
    await expect.poll(kept).not.toBe(keptBefore)
  }
  const left = await places()
  await page.reload()
  await page.locator('.monaco-editor .view-line').first().waitFor()
  await expect.poll(places).toEqual(left)

  const sideBar = page.locator('[data-region=side-bar]')
  await page.keyboard.press('Control+b')
  await sideBar.waitFor({ state: 'detached' })
  await page.reload()
  await page.locator('.monaco-editor .view-line').first().waitFor()
  expect(await sideBar.count()).toBe(0)
  await page.keyboard.press('Control+b')
  await sideBar.waitFor()
  await studio.close()
})
