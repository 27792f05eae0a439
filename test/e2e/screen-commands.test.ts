import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from '../helpers/axe.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { OtherUser } from '../helpers/demo-rest.ts'
import { addInstance, planRow, showInstances } from '../helpers/instance-screens.ts'
import { openPage, openStudio, type OpenedStudio } from '../helpers/open-studio.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

let browser: Browser
let studio: OpenedStudio
let dev: OtherUser
let production: OtherUser
let page: Page

beforeAll(async () => {
  dev = await OtherUser.start(7)
  production = await OtherUser.start(8)
  browser = await launchBrowser()
  studio = await openStudio(workspaceFolder())
  ;({ page } = await openPage(browser, studio.address))
  page.setDefaultTimeout(15_000)
  await showInstances(page)
  await addInstance(page, 'Production', production)
  await addInstance(page, 'Dev', dev)
})
afterAll(async () => {
  await browser.close()
  await studio.close()
  await dev.demo.close()
  await production.demo.close()
})

const option = (title: string) =>
  page.getByRole('dialog').getByRole('option', { disabled: false }).filter({ hasText: title })
const tab = (title: string): Promise<void> => page.getByRole('tab', { name: title }).click()
const activity = (name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Activities' }).getByRole('button', { name }).click()
const search = () =>
  page.getByRole('dialog').getByRole('combobox').or(page.getByRole('dialog').locator('input'))

async function leaveDialog(): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** Opens the palette and types; the command is to be found there. */
async function find(title: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P')
  await search().first().fill(title)
  await option(title).first().waitFor()
}

async function choose(title: string, answer?: string): Promise<void> {
  await find(title)
  await option(title).first().click()
  if (answer === undefined) return
  await page.getByRole('dialog', { name: title }).waitFor()
  await option(answer).first().click()
}

/** Each screen, how it is come to from the one before, and what the palette offers there. */
const screens: readonly [screen: string, reach: () => Promise<unknown>, titles: readonly string[]][] = [
  [
    'the comparison with an instance',
    () => planRow(page, 'Id token: profile').click(),
    [
      'Compare again',
      'Pull what is chosen',
      'Choose all',
      'Choose none',
      'Filter lambdas by their state…',
      'Choose to leave it',
      'Next difference',
      'Work with another instance…',
      'Undo a push or pull…',
    ],
  ],
  [
    'a promotion',
    () => tab('Promote'),
    ['Compare again', 'Choose the instance to promote to…', 'Assign as on the first instance, or not'],
  ],
  [
    'the event log',
    () => tab('Event log'),
    ['Read again', 'Follow the log, or stop', 'Show one level of the log…', 'Show the log of one lambda…'],
  ],
  [
    'the connection',
    () => tab('Connection'),
    ['Edit the instance', 'Test the connection', 'Remove the instance'],
  ],
  [
    'the members of a group',
    async () => {
      await activity('Groups')
      await page.getByRole('button', { name: /^Customers/ }).click()
      await page.getByRole('table', { name: 'Members' }).waitFor()
      await page.getByRole('table', { name: 'Members' }).getByRole('checkbox').first().check()
    },
    [
      'New group',
      'Edit the group',
      'Delete the group',
      'Add members',
      'Replace by a list',
      'Remove all members',
      'Remove from group',
      'Show user',
      'Use as input',
      'Select no members',
    ],
  ],
  [
    'a run over members',
    () => tab('Run a lambda'),
    ['Run over all members', 'Mask personal data in the run, or not', 'Show the facts of the group'],
  ],
  [
    'the settings',
    async () => {
      await page.keyboard.press('Control+,')
      await page.getByRole('article', { name: 'Settings' }).waitFor()
    },
    ['Copy diagnostics', 'Keyboard shortcuts'],
  ],
]

test.each(screens)('on %s the palette finds what can be done there', async (_screen, reach, titles) => {
  await reach()
  for (const title of titles) {
    await find(title)
    await leaveDialog()
  }
})

test('a command that needs to know more asks in the palette, and a row has a menu of its commands', async () => {
  await activity('Instances')
  await tab('Sync')
  await choose('Filter lambdas by their state…', 'To push')
  await page.getByRole('button', { name: 'To push', pressed: true }).waitFor()
  await choose('Filter lambdas by their state…', 'All')

  await planRow(page, 'Id token: profile').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Choose to leave it' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('menuitem', { name: 'Choose to leave it' }).click()
  await expect.poll(() => planRow(page, 'Id token: profile').getByRole('combobox').inputValue()).toBe('leave')
  await choose('Choose all')
  await expect.poll(() => planRow(page, 'Id token: profile').getByRole('combobox').inputValue()).toBe('pull')
})

test('one pair of keys does on each screen what belongs there, and the list of shortcuts says where', async () => {
  await page.keyboard.press('Alt+Shift+l')
  await page.getByRole('dialog', { name: /^Pull \d/ }).waitFor()
  await leaveDialog()

  await page.keyboard.press('Control+Shift+?')
  await page.getByRole('dialog').getByRole('searchbox').fill('Compare again')
  await page.getByText('on a promotion').waitFor()
  const own = page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'on the comparison' })
  await own.getByRole('button', { name: 'Change the keys of Compare again' }).click()
  await page.keyboard.press('Alt+p')
  await own.getByText('Alt P is for “Push what is chosen” now').waitFor()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await page.getByRole('button', { name: 'Done' }).click()
})
