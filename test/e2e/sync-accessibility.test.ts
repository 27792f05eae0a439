import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsInEveryTheme } from '../helpers/axe.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { OtherUser } from '../helpers/demo-rest.ts'
import {
  addInstance,
  carryOut,
  compareAgain,
  planRow,
  result,
  showInstances,
} from '../helpers/instance-screens.ts'
import { openPage, openStudio, type OpenedStudio } from '../helpers/open-studio.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

let browser: Browser
let studio: OpenedStudio
let dev: OtherUser
let production: OtherUser

const name = 'Id token: profile'

beforeAll(async () => {
  dev = await OtherUser.start(7)
  production = await OtherUser.start(8)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await dev.demo.close()
  await production.demo.close()
})

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

const tab = (page: Page, title: string): Promise<void> => page.getByRole('tab', { name: title }).click()

/** The screens, each reached from the one before it. */
const screens: readonly [string, (page: Page) => Promise<unknown>][] = [
  ['no instances yet', showInstances],
  [
    'a new instance that was tested',
    async (page) => {
      await page.getByRole('button', { name: 'Add instance' }).first().click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Address').fill(dev.demo.url)
      await dialog.getByLabel('API key').fill('wrong')
      await dialog.getByRole('button', { name: 'Test connection' }).click()
      await dialog.getByText(/refused the API key/).waitFor()
    },
  ],
  [
    'a plan with a difference',
    async (page) => {
      await closeDialog(page)
      await addInstance(page, 'Dev', dev)
      await planRow(page, name).click()
      await page.locator('.monaco-diff-editor .view-line').first().waitFor()
    },
  ],
  [
    'what is about to be pulled',
    async (page) => {
      await page.keyboard.press('Alt+Shift+L')
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'the result of a pull',
    async (page) => {
      await closeDialog(page)
      await carryOut(page, 'Pull')
      await result(page).getByText(/done/).first().waitFor()
    },
  ],
  [
    'a conflict that is merged',
    async (page) => {
      await page.getByRole('button', { name: 'Close the result' }).click()
      await changeHere(page, `${(await dev.lambda(name)).body}// here\n`)
      await dev.changeLambda(name, { body: `${(await dev.lambda(name)).body}// there\n` })
      await compareAgain(page)
      await planRow(page, name).getByRole('combobox').selectOption('Merge')
      await page.getByText('Conflict 1 of 1').waitFor()
    },
  ],
  [
    'what is about to be pushed',
    async (page) => {
      await page.getByRole('button', { name: 'Take both' }).click()
      await page.getByRole('button', { name: 'Use this merge' }).click()
      await page.getByRole('button', { name: /^Push \d/ }).click()
      await page
        .getByRole('dialog')
        .getByText(/Id Token populate/)
        .waitFor()
    },
  ],
  [
    'where a lambda is used',
    async (page) => {
      await closeDialog(page)
      await tab(page, 'Where used')
      await page
        .getByRole('button', { name: /^Assign at/ })
        .first()
        .waitFor()
    },
  ],
  [
    'an assignment',
    async (page) => {
      await page
        .getByRole('button', { name: /^Assign at/ })
        .first()
        .click()
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'the event log',
    async (page) => {
      await closeDialog(page)
      await tab(page, 'Event log')
      await page.getByRole('list', { name: 'Event log' }).waitFor()
    },
  ],
  [
    'the connection',
    async (page) => {
      await tab(page, 'Connection')
      await page.getByText('What the key may do').waitFor()
    },
  ],
  [
    'a promotion',
    async (page) => {
      await addInstance(page, 'Production', production, 'Confirm by name')
      await page.getByRole('navigation', { name: 'Instances' }).getByRole('button', { name: /^Dev/ }).click()
      await tab(page, 'Promote')
      await page.getByRole('table', { name: 'Lambdas to promote' }).waitFor()
      await page.getByRole('button', { name: /^Promote \d/ }).click()
      await page
        .getByRole('dialog')
        .getByLabel(/type the name/)
        .waitFor()
    },
  ],
  [
    'a protected instance',
    async (page) => {
      await closeDialog(page)
      await page
        .getByRole('navigation', { name: 'Instances' })
        .getByRole('button', { name: /^Production/ })
        .click()
      await tab(page, 'Sync')
      await planRow(page, name).first().waitFor()
    },
  ],
  [
    'a lambda with where it is used beside it',
    async (page) => {
      await page.getByRole('button', { name: 'Lambdas', exact: true }).click()
      await page.getByRole('treeitem', { name }).first().click()
      await page.keyboard.press('Alt+U')
      await page.getByRole('region', { name: 'Where used' }).last().waitFor()
    },
  ],
]

/** Saves another body in the workspace, as a program beside the page might. */
async function changeHere(page: Page, body: string): Promise<void> {
  await page.evaluate(`fetch('/api/call/lambdas.save', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: ${JSON.stringify(JSON.stringify(['id-token-profile', { body }]))},
  })`)
}

let page: Page

beforeAll(async () => {
  studio = await openStudio(workspaceFolder())
  ;({ page } = await openPage(browser, studio.address))
})
afterAll(() => studio.close())

test.each(screens)('%s has nothing that axe finds in any theme', async (_screen, reach) => {
  await reach(page)
  expect(await violationsInEveryTheme(page)).toEqual([])
})
