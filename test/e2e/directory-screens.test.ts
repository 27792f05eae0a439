import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'
import { directoryPages, type DirectoryPages } from '../helpers/directory-pages.ts'
import { lookAt, type Screen } from './looking/look-at.ts'

let browser: Browser
let pages: DirectoryPages

beforeAll(async () => {
  pages = await directoryPages()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await pages.close()
})

const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

/** The screens, each reached from the one before it. */
const screens: readonly Screen[] = [
  ['the list of groups', (page) => page.getByRole('button', { name: /^Employees/ }).waitFor()],
  [
    'the filter of groups',
    async (page) => {
      await click(page, 'Filter by tenant and roles')
      await page.getByLabel('Gives roles of').waitFor()
    },
  ],
  [
    'a new group',
    async (page) => {
      await page.keyboard.press('Escape')
      await click(page, 'New group')
      await page.getByLabel('Id', { exact: true }).fill('not an id')
      await page.getByLabel('Tenant', { exact: true }).selectOption({ label: 'Default' })
      await page.getByText('An id is a UUID').waitFor()
    },
  ],
  [
    'leaving what was filled in',
    async (page) => {
      await click(page, 'New group')
      await page.getByRole('dialog', { name: 'Discard what you filled in?' }).waitFor()
    },
  ],
  [
    'the members of a group',
    async (page) => {
      await click(page, 'Keep editing')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await click(page, 'Cancel')
      await click(page, 'Discard')
      await page.getByRole('button', { name: /^Employees/ }).click()
      await page.getByRole('table', { name: 'Members' }).getByRole('checkbox').first().check()
    },
  ],
  [
    'adding members',
    async (page) => {
      await click(page, 'Add members')
      await page.getByRole('dialog').getByRole('checkbox').first().waitFor()
    },
  ],
  [
    'adding members from a list',
    async (page) => {
      await page.getByRole('tab', { name: 'From a list' }).click()
      await page.getByRole('textbox', { name: /^User ids/ }).fill('nobody@example.com\n')
      await page.getByText('1 user read').waitFor()
    },
  ],
  [
    'the results of an addition',
    async (page) => {
      await click(page, 'Add 1 member')
      await click(page, 'Show results')
      await page.getByText('nobody@example.com', { exact: true }).waitFor()
    },
  ],
  [
    'removing a member',
    async (page) => {
      await page.getByRole('table', { name: 'Members' }).getByRole('checkbox').first().check()
      await click(page, 'Remove 1 member')
      await page.getByRole('dialog').getByRole('button', { name: 'Show people' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Hide people' }).waitFor()
    },
  ],
  [
    'replacing the members by a list',
    async (page) => {
      await click(page, 'Cancel')
      await click(page, 'More')
      await page.getByRole('menuitem', { name: 'Replace by a list' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox', { name: /^User ids/ }).fill('nobody@example.com\nnot a user\n')
      await click(page, 'Show difference')
      await dialog.getByRole('button', { name: /^To add/ }).waitFor()
    },
  ],
  [
    'a person as input',
    async (page) => {
      await click(page, 'Cancel')
      await click(page, 'Discard')
      await click(page, 'Use as input')
      await page.getByRole('dialog').getByText('"jwt"').waitFor()
    },
  ],
  [
    'roles and data of a group',
    async (page) => {
      await click(page, 'Cancel')
      await page.getByRole('tab', { name: 'Roles and data' }).click()
    },
  ],
  [
    'a group that is edited',
    async (page) => {
      await click(page, 'Edit')
      await page.getByRole('checkbox').first().waitFor()
    },
  ],
  [
    'deleting a group',
    async (page) => {
      await click(page, 'Cancel')
      await click(page, 'Delete')
      await page.getByRole('dialog').getByRole('region', { name: 'Who gains or loses roles' }).waitFor()
    },
  ],
  [
    'a lambda that ran for all members',
    async (page) => {
      await click(page, 'Cancel')
      await page.getByRole('tab', { name: 'Run a lambda' }).click()
      await click(page, 'Run for all members')
      const table = page.getByRole('table', { name: 'Members and what changes' })
      await table.getByText('Completed').first().click()
    },
  ],
  [
    'roles and groups of a user',
    async (page) => {
      await click(page, 'Users')
      await page
        .getByRole('navigation', { name: 'Users' })
        .getByRole('listitem')
        .first()
        .getByRole('button')
        .click()
      await page.getByRole('region', { name: 'Roles and groups' }).waitFor()
    },
  ],
  [
    'what a login gives',
    async (page) => {
      await page.getByRole('tab', { name: 'What a login gives' }).click()
      await page
        .getByText(/The whole token|Not registered anywhere/)
        .first()
        .waitFor()
    },
  ],
  ['a user as JSON', (page) => page.getByRole('tab', { name: 'JSON' }).click()],
  [
    'a search that finds nobody',
    async (page) => {
      const list = page.getByRole('navigation', { name: 'Users' })
      await list.getByRole('searchbox').fill('nobody-is-called-so')
      await list.getByRole('listitem').first().waitFor({ state: 'detached' })
    },
  ],
]

let page: Page

beforeAll(async () => {
  ;({ page } = await pages.open(browser, 'Groups'))
})

lookAt('directory', screens, () => page)

test('quick open goes to a group by its name', async () => {
  await page.keyboard.press('Control+p')
  await page.keyboard.type('Employees')
  const found = page.getByRole('dialog').getByRole('option', { name: /^Employees\s*Local/ })
  await found.waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('main').getByRole('heading', { name: 'Employees' }).waitFor()
})
