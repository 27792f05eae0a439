import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
import { placeOf, workspaceFolder, writeLambda } from '../helpers/workspace-folder.ts'

// The tests are one way, each from where the one before it ended.
let browser: Browser
let studio: OpenedStudio
let other: OtherUser
let production: OtherUser
let page: Page
let complaints: string[]
let folder: string

const used = 'Login: block suspended accounts'

beforeAll(async () => {
  other = await OtherUser.start(13)
  production = await OtherUser.start(14)
  folder = workspaceFolder()
  studio = await openStudio(folder)
  browser = await launchBrowser()
  ;({ page, complaints } = await openPage(browser, studio.address))
  await showInstances(page)
  await addInstance(page, 'Dev', other)
  await carryOut(page, 'Pull')
  await page.getByRole('button', { name: 'Close the result' }).click()
})
afterAll(async () => {
  await browser.close()
  await studio.close()
  await other.demo.close()
  await production.demo.close()
})

/** Changes the settings of a lambda in its file. */
function editSettings(slug: string, from: string, to: string): void {
  const file = placeOf(folder, slug, 'lambda.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
}

/** Selects a lambda of the plan and gives its pane. */
async function paneOf(name: string) {
  await planRow(page, name).click()
  return page.getByRole('region', { name, exact: true })
}

test('every way in which both sides do not fit has its entry and its own words', async () => {
  await other.changeLambda('SCIM user in', { name: 'SCIM in', debug: true })
  editSettings('id-token-profile', 'JWTPopulate', 'UserInfoPopulate')
  editSettings('scim-user-out', 'SCIM user out', 'SCIM out')
  editSettings('scim-user-out', 'GraalJS', 'Nashorn')
  cpSync(placeOf(folder, 'google-picture-and-locale'), placeOf(folder, 'google-copy'), { recursive: true })
  editSettings('google-copy', 'Google: picture and locale', 'Google copy')
  writeLambda(folder, { slug: 'newer', name: 'Newer', type: 'NotYetPopulate', body: 'function f(a) {}\n' })
  rmSync(placeOf(folder, 'login-block-suspended-accounts'), { recursive: true })
  await compareAgain(page)
  const told: readonly [name: string, state: string, words: RegExp][] = [
    ['SCIM user in', 'Changed there', /another name|Changed on Dev/],
    ['SCIM out', 'Changed here', /Changed here since/],
    ['Id token: profile', 'Conflict', /another type on Dev/],
    ['Google copy', 'Conflict', /Several lambdas of this workspace have the id/],
    ['Google: picture and locale', 'Conflict', /Several lambdas of this workspace have the id/],
    ['Newer', 'Only here', /its type NotYetPopulate is not in the catalogue/],
    [used, 'Deleted here', /Was deleted here/],
  ]
  for (const [name, state, words] of told) {
    await planRow(page, name).getByText(state).waitFor()
    await (await paneOf(name)).getByText(words).waitFor()
  }
  for (const name of ['Google copy', 'Google: picture and locale']) {
    expect(await planRow(page, name).getByRole('combobox').count()).toBe(0)
  }
})

test('name, debug and engine stand side by side where they differ', async () => {
  const settings = async (name: string) => {
    const pane = await paneOf(name)
    await pane.getByText('The bodies are equal.').waitFor()
    const rows = await pane.locator('tbody tr').allInnerTexts()
    return rows.map((row) => row.split(/\s*\t\s*/))
  }
  expect(await settings('SCIM user in')).toEqual([
    ['Name', 'SCIM user in', 'Name', 'SCIM in'],
    ['Debug', 'Off', 'Debug', 'On'],
  ])
  expect(await settings('SCIM out')).toEqual([
    ['Name', 'SCIM user out', 'Name', 'SCIM out'],
    ['Engine', 'GraalJS', 'Engine', 'Nashorn'],
  ])
})

test('what uses a lambda is said before it is deleted there, and nothing in use is deleted', async () => {
  await planRow(page, 'Newer').getByRole('combobox').selectOption('Leave')
  await planRow(page, 'SCIM out').getByRole('combobox').selectOption('Leave')
  await planRow(page, used).getByRole('combobox').selectOption('Delete there')
  await planRow(page, 'Add claims').getByRole('combobox').selectOption('Leave')
  await page.getByRole('button', { name: 'Push 1', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('region', { name: 'Where used' }).getByText('Default (Login validation)').waitFor()
  await dialog.getByRole('button', { name: /^Push \d/ }).click()
  await result(page)
    .getByText(/It is used by tenant Default/)
    .waitFor()
  expect((await other.lambda(used)).name).toBe(used)
  await page.getByRole('button', { name: 'Close the result' }).click()
})

test('what uses a lambda is said before it is promoted over', async () => {
  await other.changeLambda('UserInfo: groups', {
    body: 'function populate(userInfo, user, registration) {}\n',
  })
  await addInstance(page, 'Live', production)
  await page.getByRole('navigation', { name: 'Instances' }).getByRole('button', { name: /^Dev/ }).click()
  await page.getByRole('tab', { name: 'Promote' }).click()
  await page.getByRole('checkbox', { name: 'Promote UserInfo: groups' }).waitFor()
  await page.getByRole('button', { name: /^Promote \d/ }).click()
  const usage = page.getByRole('dialog').getByRole('region', { name: 'Where used' })
  await usage.getByText('UserInfo: groups').waitFor()
  await usage.getByText(/Customer Portal/).waitFor()
  await page.keyboard.press('Escape')
})

test('the event log is narrowed to a lambda and to a text', async () => {
  const search = { search: { numberOfResults: 100 } }
  const { eventLogs } = await other.call<{ eventLogs: { message: string }[] }>(
    'POST',
    '/api/system/event-log/search',
    search,
  )
  const names = eventLogs.flatMap(({ message }) => /^Name: (.+)$/m.exec(message)?.[1] ?? [])
  const [name = ''] = names
  await page.getByRole('tab', { name: 'Event log' }).click()
  const runs = page.getByRole('list', { name: 'Event log' }).getByRole('listitem')
  await runs.first().waitFor()
  await page.getByRole('combobox', { name: 'Lambda' }).selectOption({ label: name })
  await expect.poll(() => runs.count()).toBe(names.filter((each) => each === name).length)
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('nothing says this')
  await page.getByText('No entry matches').waitFor()
})

test('the page complained of nothing on the way', () => {
  expect(complaints).toEqual([])
})
