import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll } from 'vitest'
import { usePages, type OpenedPage } from '../helpers/use-pages.ts'
import { lookAt, type Screen } from './looking/look-at.ts'

const openPage = usePages()
const folder = mkdtempSync(join(tmpdir(), 'studio-'))
let opened: OpenedPage
let settingsFile: string

const gone = (page: Page): Promise<void> => page.getByRole('dialog').waitFor({ state: 'detached' })
const option = (page: Page, name: RegExp) => page.getByRole('option', { name }).first()
const tourAt = (page: Page, title: string): Promise<void> =>
  page.getByRole('region', { name: 'Tour' }).getByText(title, { exact: true }).waitFor()

/** The screens, each reached from the one before it. */
const screens: readonly Screen[] = [
  ['the choice of a workspace', (page) => page.getByRole('textbox', { name: 'Folder' }).waitFor()],
  [
    'the first step of the tour',
    async (page) => {
      await page.getByRole('textbox', { name: 'Folder' }).fill(join(folder, 'lambdas'))
      await page.getByRole('button', { name: 'Create with samples' }).click()
      await page.locator('.monaco-editor .view-line').first().waitFor()
      await page.locator('[data-tour-here]').waitFor()
    },
  ],
  [
    'a step that follows one that was done',
    async (page) => {
      await page.keyboard.press('Control+Enter')
      await tourAt(page, 'Keep it as a case')
    },
  ],
  [
    'the last step of the tour',
    async (page) => {
      await page.getByRole('button', { name: 'Next', exact: true }).click()
      await page.getByRole('button', { name: 'Next', exact: true }).click()
      await tourAt(page, 'Push it')
    },
  ],
  [
    'the palette',
    async (page) => {
      await page.getByRole('button', { name: 'Leave the tour' }).click()
      await page.keyboard.press('Control+Shift+P')
      await page.keyboard.type('test')
      await option(page, /Run all tests/).waitFor()
    },
  ],
  [
    'a palette that finds nothing',
    async (page) => {
      await page.keyboard.type('nothing like this')
      await page.getByText(/^Nothing matches/).waitFor()
    },
  ],
  [
    'quick open',
    async (page) => {
      await page.keyboard.press('Escape')
      await gone(page)
      await page.keyboard.press('Control+p')
      await page.keyboard.type('cl')
      await option(page, /claims/i).waitFor()
    },
  ],
  [
    'the shortcuts, where a key is taken already',
    async (page) => {
      await page.keyboard.press('Escape')
      await gone(page)
      await page.keyboard.press('Control+Shift+?')
      await page.getByRole('button', { name: 'Change the keys of New case' }).click()
      await page.keyboard.press('Alt+n')
      await page.getByText('Alt N is for “New lambda” now').waitFor()
    },
  ],
  [
    'what the studio is made with',
    async (page) => {
      await page.keyboard.press('Escape')
      await gone(page)
      await page.keyboard.press('F1')
      await page.keyboard.type('third-party')
      await page.getByRole('option', { name: /About Lambda Studio/ }).waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').getByText('zod').first().waitFor()
    },
  ],
  [
    'the menu bar',
    async (page) => {
      await page.keyboard.press('Escape')
      await gone(page)
      await page.keyboard.press('F10')
      await page.keyboard.press('ArrowDown')
      await page.getByRole('menuitem', { name: 'New lambda' }).waitFor()
    },
  ],
  [
    'the menus of a narrow window',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.setViewportSize({ width: 700, height: 900 })
      await page.getByRole('button', { name: 'Menu' }).press('Enter')
      await page.getByRole('menuitem', { name: 'Tests' }).press('ArrowRight')
      await page.getByRole('menuitem', { name: 'Run all tests' }).waitFor()
    },
  ],
  [
    'the list of work where nothing was done',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('menu').first().waitFor({ state: 'detached' })
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.getByRole('contentinfo').getByRole('button', { name: 'Work' }).click()
      await page.getByText('No work yet').waitFor()
    },
  ],
  [
    'the workspaces of before',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^Workspace/ }).click()
      await page.getByRole('menuitem', { name: 'Open another workspace' }).click()
      await page.getByRole('region', { name: 'Recent' }).waitFor()
    },
  ],
  [
    'the settings',
    async (page) => {
      await page.getByRole('region', { name: 'Recent' }).getByRole('button').first().click()
      await page.locator('.monaco-editor .view-line').first().waitFor()
      await page.keyboard.press('Control+,')
      await page.getByRole('heading', { name: 'Settings', exact: true }).waitFor()
      const file = page.getByRole('region', { name: 'Settings file' }).locator('code')
      settingsFile = (await file.textContent()) ?? ''
    },
  ],
  [
    'settings that are not used',
    async (page) => {
      writeFileSync(settingsFile, '{ "history.days": "for ever", "history.dayz": 4 }')
      await page.getByText('The file holds "for ever", which is not used.').waitFor()
    },
  ],
  [
    'the end of the settings',
    async (page) => {
      await page.getByRole('button', { name: 'Copy diagnostics' }).click()
      await page.getByText('Diagnostics are on the clipboard', { exact: true }).first().waitFor()
    },
  ],
  [
    'a settings file that is not JSON',
    async (page) => {
      writeFileSync(settingsFile, '{ "history.days": ')
      await page
        .getByText(/The settings file .* is not JSON/)
        .first()
        .waitFor()
    },
  ],
  [
    'a setting that is not found',
    async (page) => {
      writeFileSync(settingsFile, '{}')
      await page.getByRole('searchbox', { name: 'Search settings' }).fill('nothing like this')
      await page.getByText('No setting matches').waitFor()
    },
  ],
  [
    'a studio that does not answer',
    async (page) => {
      await page.getByRole('button', { name: 'Lambdas', exact: true }).click()
      await page.locator('.monaco-editor .view-line').first().waitFor()
      opened.studio.kill()
      await page.keyboard.press('Control+Enter')
      await page.getByText('The studio does not answer.').first().waitFor()
    },
  ],
  [
    'what could not be done',
    async (page) => {
      await page.getByRole('treeitem').nth(1).focus()
      await page.keyboard.press('Delete')
      await page.getByRole('button', { name: 'Dismiss' }).waitFor()
    },
  ],
]

beforeAll(async () => {
  opened = await openPage(folder, { permissions: ['clipboard-read', 'clipboard-write'] })
})

lookAt('program', screens, () => opened.page)
