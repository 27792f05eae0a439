import type { Locator, Page } from 'playwright-core'
import { planRow, showInstances } from '../../helpers/instance-screens.ts'
import { disputedName } from './sample-workspace.ts'
import { lambdaName } from './sample-lambda.ts'

/** A picture: its name, and how to get there from the picture before it. */
export type Screen = readonly [name: string, reach: (page: Page) => Promise<unknown>]

const activity = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Activities' }).getByRole('button', { name, exact: true }).click()
const tab = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('tab', { name }).click()
const dialog = (page: Page): Locator => page.getByRole('dialog')
const closeDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
}
/** Shows a case and runs the lambda on it. */
async function runCase(page: Page, name: string): Promise<void> {
  await page.getByRole('list', { name: 'Cases' }).getByRole('button', { name }).first().click()
  await page.getByRole('textbox', { name: `Case ${name} as JSON` }).waitFor({ state: 'attached' })
  await page.getByRole('button', { name: /^Run/ }).first().click()
}

/** The lambda workbench. */
const lambdaScreens: readonly Screen[] = [
  [
    'lambda',
    async (page) => {
      await page.getByRole('treeitem', { name: lambdaName }).first().click()
      await page.getByRole('textbox', { name: `Body of ${lambdaName}` }).waitFor({ state: 'attached' })
      await runCase(page, 'team-customer')
      await tab(page, /^Changes/)
      await page.getByText('/jwt/seats').first().waitFor()
    },
  ],
  [
    'console',
    async (page) => {
      await runCase(page, 'billing-is-down')
      await page.getByText('Edited since this run').waitFor({ state: 'detached' })
      await tab(page, /^Console/)
      await page
        .getByText(/Billing does not answer/)
        .last()
        .waitFor()
    },
  ],
  [
    'new-lambda',
    async (page) => {
      await page.getByRole('button', { name: 'New lambda' }).first().click()
      await dialog(page).getByRole('combobox', { name: 'Search types' }).fill('populate')
    },
  ],
  [
    'tests',
    async (page) => {
      await closeDialog(page)
      await activity(page, 'Tests')
      await page.getByRole('button', { name: 'Run all tests' }).first().click()
      await page
        .getByText(/\d+ passed/)
        .first()
        .waitFor()
      await page.getByRole('treeitem', { name: 'Failed trial-account' }).click()
      await page.getByRole('heading', { name: '/jwt/plan' }).waitFor()
    },
  ],
  [
    'history',
    async (page) => {
      await activity(page, 'Lambdas')
      await page.keyboard.press('Alt+h')
      await page
        .getByRole('button', { name: /Before a save/ })
        .first()
        .click()
      await page.locator('.monaco-diff-editor .view-line').first().waitFor()
    },
  ],
]

/** Everything about instances. */
const instanceScreens: readonly Screen[] = [
  [
    'sync',
    async (page) => {
      await page.keyboard.press('Alt+h')
      await showInstances(page)
      await planRow(page, lambdaName).click()
      await page.locator('.monaco-diff-editor .view-line').first().waitFor()
    },
  ],
  [
    'merge',
    async (page) => {
      await planRow(page, disputedName).getByRole('combobox').selectOption('Merge')
      await page.getByText('Conflict 1 of 1').waitFor()
    },
  ],
  [
    'push',
    async (page) => {
      await page.getByRole('button', { name: 'Take workspace' }).first().click()
      await page.getByRole('button', { name: 'Use this merge' }).click()
      await page.getByRole('button', { name: /^Push \d/ }).click()
      await dialog(page).waitFor()
    },
  ],
  [
    'push-result',
    async (page) => {
      await dialog(page)
        .getByRole('button', { name: /^Push \d/ })
        .click()
      await dialog(page)
        .getByRole('checkbox', { name: /Push all the same/ })
        .check()
      await dialog(page)
        .getByRole('button', { name: /^Push \d/ })
        .click()
      await page.getByRole('region', { name: 'Result', exact: true }).getByText(/done/).first().waitFor()
    },
  ],
  [
    'where-used',
    async (page) => {
      await page.getByRole('button', { name: 'Close the result' }).click()
      await page.getByRole('button', { name: /^All/ }).click()
      await planRow(page, lambdaName).click()
      await tab(page, 'Where used')
      await page.getByText('Used at').first().waitFor()
    },
  ],
  [
    'event-log',
    async (page) => {
      await tab(page, 'Event log')
      await page.getByRole('list', { name: 'Event log' }).getByRole('listitem').first().waitFor()
    },
  ],
  [
    'connection',
    async (page) => {
      await tab(page, 'Connection')
      await page.getByText('What the key may do').waitFor()
    },
  ],
  [
    'promote',
    async (page) => {
      await tab(page, 'Promote')
      await page.getByRole('table', { name: 'Lambdas to promote' }).waitFor()
    },
  ],
]

/** Groups, their members, and users. */
const directoryScreens: readonly Screen[] = [
  [
    'groups',
    async (page) => {
      await activity(page, 'Groups')
      await page.getByRole('button', { name: /^Employees/ }).click()
      await page.getByRole('searchbox', { name: 'Search members' }).fill('an')
      await page
        .getByText(/\d+ found/)
        .first()
        .waitFor()
    },
  ],
  [
    'group-run',
    async (page) => {
      await page.getByRole('tab', { name: 'Run a lambda' }).click()
      await page.getByRole('button', { name: 'Run for all members' }).click()
      const table = page.getByRole('table', { name: 'Members and what changes' })
      await page.getByRole('searchbox', { name: 'Search members' }).fill('an')
      await table.getByText('Completed').first().click()
    },
  ],
  [
    'users',
    async (page) => {
      await activity(page, 'Users')
      const list = page.getByRole('navigation', { name: 'Users' })
      const everybody = await list.getByText(/\d+ users?$/).innerText()
      await list.getByRole('searchbox').fill('an')
      await list.getByText(everybody, { exact: true }).waitFor({ state: 'detached' })
      await list
        .getByRole('button', { name: /Contreras/ })
        .first()
        .click()
      await page.getByRole('region', { name: 'Roles and groups' }).waitFor()
    },
  ],
  [
    'login',
    async (page) => {
      await tab(page, 'What a login gives')
      await page
        .getByText(/The whole token|Not registered anywhere/)
        .first()
        .waitFor()
    },
  ],
  [
    'types',
    async (page) => {
      await activity(page, 'Lambda types')
      await page.getByRole('article').waitFor()
    },
  ],
  [
    'palette',
    async (page) => {
      await page.keyboard.press('F1')
      await dialog(page).waitFor()
      await page.keyboard.type('test')
    },
  ],
  [
    'settings',
    async (page) => {
      await closeDialog(page)
      await page.keyboard.press('Control+,')
      await page.getByRole('heading', { name: 'Settings', exact: true }).waitFor()
    },
  ],
]

/** Every picture, in the order in which they can be reached. */
export const screens: readonly Screen[] = [...lambdaScreens, ...instanceScreens, ...directoryScreens]
