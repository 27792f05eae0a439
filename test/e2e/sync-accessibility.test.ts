import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'
import { OtherUser } from '../helpers/demo-rest.ts'
import { pasteBody } from '../helpers/editor.ts'
import { FaultProxy } from '../helpers/fault-proxy.ts'
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
import { lookAt, type Screen } from './looking/look-at.ts'

let browser: Browser
let studio: OpenedStudio
let dev: OtherUser
let production: OtherUser
let front: FaultProxy
const held = Promise.withResolvers<undefined>()

const name = 'Id token: profile'

beforeAll(async () => {
  dev = await OtherUser.start(7)
  front = await FaultProxy.start(dev.demo.url)
  production = await OtherUser.start(8)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await front.close()
  await dev.demo.close()
  await production.demo.close()
})

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

const assignment = (page: Page) => page.getByRole('checkbox', { name: 'Assign as on the first' })
const tab = (page: Page, title: string): Promise<void> => page.getByRole('tab', { name: title }).click()

/** The screens, each reached from the one before it. */
const screens: readonly Screen[] = [
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
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Discard' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await addInstance(page, 'Dev', new OtherUser(front, dev.key))
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
    'what can be taken back',
    async (page) => {
      await page.getByRole('button', { name: 'Close the result' }).click()
      await page.getByRole('button', { name: 'Undo a push or pull' }).click()
      await page.getByRole('menu').getByRole('menuitem').first().waitFor()
    },
  ],
  [
    'taking back',
    async (page) => {
      await page.getByRole('menu').getByRole('menuitem').first().click()
      await page.getByRole('dialog', { name: 'Undo the push or pull?' }).waitFor()
    },
  ],
  [
    'a conflict that is merged',
    async (page) => {
      await closeDialog(page)
      await changeHere(page, 'id-token-profile', { body: `${(await dev.lambda(name)).body}// here\n` })
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
    'checks that fail before a push',
    async (page) => {
      await closeDialog(page)
      await changeHere(page, 'add-claims', { body: 'function populate(jwt) {\n  jwt.a = \n}\n' })
      await compareAgain(page)
      await page.getByRole('button', { name: /^Push \d/ }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: /^Push \d/ }).click()
      await dialog.getByRole('checkbox', { name: /Push all the same/ }).waitFor()
    },
  ],
  [
    'a push under way',
    async (page) => {
      const dialog = page.getByRole('dialog')
      front.before = ({ method }) => (method === 'GET' ? undefined : held.promise)
      await dialog.getByRole('checkbox', { name: /Push all the same/ }).check()
      await dialog.getByRole('button', { name: /^Push \d/ }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByRole('progressbar', { name: 'Pushing' }).waitFor()
    },
  ],
  [
    'the result of a push',
    async (page) => {
      held.resolve(undefined)
      await result(page).getByText(/done/).first().waitFor()
    },
  ],
  [
    'where a lambda is used',
    async (page) => {
      await page.getByRole('button', { name: 'Close the result' }).click()
      await page.getByRole('button', { name: /^All/ }).click()
      await planRow(page, name).click()
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
      await page.getByRole('list', { name: 'Event log' }).getByRole('listitem').first().waitFor()
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
      const table = page.getByRole('table', { name: 'Lambdas to promote' })
      await assignment(page).check()
      await table.getByRole('button', { name, exact: true }).click()
      await page.getByRole('list', { name: 'Assignments' }).waitFor()
      await page.locator('.monaco-diff-editor .view-line').first().waitFor()
    },
  ],
  [
    'what is about to be promoted',
    async (page) => {
      await assignment(page).uncheck()
      await page.getByRole('list', { name: 'Assignments' }).waitFor({ state: 'detached' })
      await page.getByRole('button', { name: /^Promote \d/ }).click()
      await page
        .getByRole('dialog')
        .getByLabel(/type the name/)
        .waitFor()
    },
  ],
  [
    'the result of a promotion',
    async (page) => {
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(/type the name/).fill('Production')
      await dialog.getByRole('button', { name: /^Promote \d/ }).click()
      await dialog.getByRole('checkbox', { name: /Push all the same/ }).check()
      await dialog.getByLabel(/type the name/).fill('Production')
      await dialog.getByRole('button', { name: /^Promote \d/ }).click()
      await result(page).getByText(/done/).first().waitFor()
    },
  ],
  [
    'a protected instance',
    async (page) => {
      await page.getByRole('button', { name: 'Close the result' }).click()
      await page
        .getByRole('navigation', { name: 'Instances' })
        .getByRole('button', { name: /^Production/ })
        .click()
      await tab(page, 'Sync')
      await planRow(page, name).first().waitFor()
    },
  ],
  [
    'removing an instance',
    async (page) => {
      await tab(page, 'Connection')
      await page.getByRole('main').getByRole('button', { name: 'Remove', exact: true }).click()
      await page.getByRole('dialog', { name: 'Remove Production' }).waitFor()
    },
  ],
  [
    'the work that was done',
    async (page) => {
      await closeDialog(page)
      await page.getByRole('contentinfo').getByRole('button', { name: 'Work' }).click()
      const menu = page.getByRole('region', { name: 'Work', exact: true })
      await menu.getByRole('button', { name: 'Show log' }).first().click()
      await menu.getByRole('region', { name: 'Log' }).getByRole('listitem').first().waitFor()
    },
  ],
  [
    'a lambda with where it is used beside it',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Lambdas', exact: true }).click()
      await page.getByRole('treeitem', { name }).first().click()
      await page.keyboard.press('Alt+U')
      await page.getByRole('region', { name: 'Where used' }).last().waitFor()
    },
  ],
  [
    'a push beside text that is not saved',
    async (page) => {
      await pasteBody(page, 'function populate(jwt) {\n  jwt.a = 1\n}\n')
      await page.keyboard.press('Control+s')
      await page.getByRole('tab', { name: /Not saved/ }).waitFor({ state: 'detached' })
      await pasteBody(page, 'function populate(jwt) {\n  jwt.a = 2\n}\n')
      await showInstances(page)
      await page.getByRole('navigation', { name: 'Instances' }).getByRole('button', { name: /^Dev/ }).click()
      await tab(page, 'Sync')
      await page.getByRole('button', { name: /^Push [1-9]/ }).click()
      await page.getByRole('dialog').getByText('1 lambda has text that is not saved').waitFor()
    },
  ],
  [
    'a setting that both sides changed',
    async (page) => {
      await closeDialog(page)
      await dev.changeLambda('SCIM user in', { name: 'SCIM there' })
      await changeHere(page, 'scim-user-in', { name: 'SCIM here' })
      await compareAgain(page)
      await planRow(page, 'SCIM here').getByRole('combobox').selectOption('Merge')
      await page.getByRole('radio', { name: /^SCIM there/ }).waitFor()
    },
  ],
]

/** Saves a change in the workspace, as a program beside the page might. */
async function changeHere(page: Page, slug: string, change: { body?: string; name?: string }): Promise<void> {
  await page.evaluate(`fetch('/api/call/lambdas.save', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: ${JSON.stringify(JSON.stringify([slug, change]))},
  })`)
}

let page: Page

beforeAll(async () => {
  studio = await openStudio(workspaceFolder())
  ;({ page } = await openPage(browser, studio.address))
})
afterAll(() => studio.close())

lookAt('sync', screens, () => page)
