import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'
import { directoryPages, type DirectoryPages } from '../helpers/directory-pages.ts'

let browser: Browser
let pages: DirectoryPages
let page: Page

beforeAll(async () => {
  pages = await directoryPages({ users: 30 })
  browser = await launchBrowser()
  ;({ page } = await pages.open(browser, 'Groups'))
  page.setDefaultTimeout(15_000)
})
afterAll(async () => {
  await browser.close()
  await pages.close()
})

/** What has the focus in the dialog, by its label or text. */
const focused = (): Promise<string> =>
  page.evaluate<string>(`(() => {
    const { activeElement: element } = document
    const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText
    return element.closest('[role=dialog]') ? label.trim() : 'nothing of the dialog'
  })()`)

/** Opens a dialog from the palette and tells where it begins. */
async function beginningOf(command: string): Promise<string> {
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('dialog', { name: 'Find a command' }).waitFor()
  await page.keyboard.type(command)
  await page.getByRole('option', { name: command }).first().click()
  const dialog = page.getByRole('dialog').and(page.locator(':not([aria-label="Find a command"])'))
  await dialog.getByRole('button', { name: 'Close' }).first().waitFor()
  const told = await focused()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  return told
}

test('dialogs about lambdas begin at their first field, or where files are chosen', async () => {
  await page.getByRole('navigation', { name: 'Activities' }).getByRole('button', { name: 'Lambdas' }).click()
  expect(await beginningOf('New lambda')).toBe('Search types')
  expect(await beginningOf('Rename lambda')).toBe('Name')
  expect(await beginningOf('Change type')).toBe('Search types')
  expect(await beginningOf('Import lambdas')).toBe('Choose files')
  expect(await beginningOf('Keyboard shortcuts')).toBe('Search commands or keys')
})

test('keys go on behind a dialog from the moment at which Escape closes it', async () => {
  await page.getByRole('navigation', { name: 'Activities' }).getByRole('button', { name: 'Lambdas' }).click()
  const editor = page.getByRole('textbox', { name: /^Body of/ })
  const dialog = page.getByRole('dialog', { name: 'New lambda' })
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Animation.enable')
  const open = async (): Promise<void> => {
    await cdp.send('Animation.setPlaybackRate', { playbackRate: 1 })
    await editor.focus()
    await page.keyboard.press('Alt+N')
    await dialog.locator('input:focus').waitFor()
    // Long enough that what follows is pressed while the dialog still fades out.
    await cdp.send('Animation.setPlaybackRate', { playbackRate: 0.02 })
    await page.keyboard.press('Escape')
  }
  const goOn = async (): Promise<void> => {
    expect(await dialog.count()).toBe(1)
    await cdp.send('Animation.setPlaybackRate', { playbackRate: 20 })
    await dialog.waitFor({ state: 'detached' })
  }

  await open()
  await page.keyboard.type('typed')
  await page.locator('.view-line', { hasText: 'typed' }).waitFor()
  await goOn()
  expect(await focused()).toBe('nothing of the dialog')
  await editor.and(page.locator(':focus')).waitFor({ state: 'attached' })

  await open()
  await page.keyboard.press('F6')
  const region = () => page.evaluate<string>("document.activeElement.closest('[data-region]').dataset.region")
  const to = await region()
  expect(to).not.toBe('body-left')
  await goOn()
  expect(await region()).toBe(to)

  await open()
  await page.keyboard.press('Alt+5')
  // What stands behind a dialog is hidden from readers until it is gone.
  await page.locator('nav [aria-current=page][aria-label=Instances]').waitFor()
  await goOn()
  await cdp.detach()
  await page.keyboard.press('Alt+1')
})

test('the history takes the focus, so that Escape closes it and leads back to the body', async () => {
  await page.locator('.monaco-editor .view-line').first().waitFor()
  await page.getByRole('button', { name: 'History' }).first().click()
  await page.getByText('No history yet').waitFor()
  await page.keyboard.press('Escape')
  await expect
    .poll(() => page.evaluate<string>("document.activeElement.getAttribute('aria-label') ?? ''"))
    .toMatch(/^Body of /)
})

test('dialogs about instances begin at their first field, and what takes something away at Cancel', async () => {
  expect(await beginningOf('Add instance')).toBe('Name')
  await page
    .getByRole('navigation', { name: 'Activities' })
    .getByRole('button', { name: 'Instances' })
    .click()
  expect(await beginningOf('Remove the instance')).toBe('Cancel')
})

test('dialogs about members begin at their first field, and what takes something away at Cancel', async () => {
  await page.getByRole('navigation', { name: 'Activities' }).getByRole('button', { name: 'Groups' }).click()
  await page
    .getByRole('navigation', { name: 'Groups' })
    .getByRole('button', { name: /^Support/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Add members' }).first().waitFor()
  expect(await beginningOf('Add members')).toBe('Search users')
  expect(await beginningOf('Replace by a list')).toMatch(/^User ids or e-mails/)
  expect(await beginningOf('Remove all members')).toBe('Cancel')
  expect(await beginningOf('Delete the group')).toBe('Cancel')
})
