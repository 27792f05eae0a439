import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'
import { OtherUser } from '../helpers/demo-rest.ts'
import { pasteBody } from '../helpers/editor.ts'
import {
  addInstance,
  carryOut,
  compareAgain,
  planRow,
  result,
  reviewAndCarryOut,
  showInstances,
} from '../helpers/instance-screens.ts'
import { openPage, openStudio, type OpenedStudio } from '../helpers/open-studio.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

// The tests are one way, each from where the one before it ended.
let browser: Browser
let studio: OpenedStudio
let other: OtherUser
let production: OtherUser
let page: Page
let complaints: string[]

const name = 'Id token: profile'
const body = (...statements: string[]): string =>
  ['function populate(jwt, user, registration) {', ...statements.map((line) => `  ${line}`), '}', ''].join(
    '\n',
  )

beforeAll(async () => {
  other = await OtherUser.start(7)
  production = await OtherUser.start(8)
  studio = await openStudio(workspaceFolder())
  browser = await launchBrowser()
  ;({ page, complaints } = await openPage(browser, studio.address))
  await showInstances(page)
})
afterAll(async () => {
  await browser.close()
  await studio.close()
  await other.demo.close()
  await production.demo.close()
})

/** Writes a body in the editor and saves it. */
async function write(text: string): Promise<void> {
  await page.getByRole('button', { name: 'Lambdas', exact: true }).click()
  await page.getByRole('treeitem', { name }).first().click()
  await page.getByRole('textbox', { name: `Body of ${name}` }).waitFor({ state: 'attached' })
  await pasteBody(page, text)
  await page.keyboard.press('Control+S')
  await page.getByText('not saved').waitFor({ state: 'detached' })
  await showInstances(page)
}

test('a connection is tested before the instance is added, and what it found is said in words', async () => {
  await page.getByRole('button', { name: 'Add instance' }).first().click()
  const dialog = page.getByRole('dialog')
  const gone = await OtherUser.start(9)
  await gone.demo.close()
  await dialog.getByLabel('Address').fill(gone.demo.url)
  await dialog.getByRole('button', { name: 'Test connection' }).click()
  await dialog.getByText(/cannot be reached/).waitFor()
  await dialog.getByLabel('Address').fill(other.demo.url)
  await dialog.getByLabel('API key').fill('wrong')
  await dialog.getByRole('button', { name: 'Test connection' }).click()
  await dialog
    .getByText(/key/i)
    .filter({ hasText: /refuse/ })
    .first()
    .waitFor()
  await dialog.getByLabel('API key').fill(other.key)
  await dialog.getByRole('button', { name: 'Test connection' }).click()
  await dialog.getByText('Needs a tenant').waitFor()
  await dialog.getByLabel('Tenant').selectOption('Default')
  await dialog.getByRole('button', { name: 'Test connection' }).click()
  await dialog.getByText('Ready').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Discard' }).click()
})

test('an added instance shows what would put both sides in step', async () => {
  await addInstance(page, 'Dev', other)
  await planRow(page, name).getByText('Only there').waitFor()
  await page.getByRole('button', { name: 'Instance: Dev' }).waitFor()
})

test('the key is nowhere in the page once it was sent', async () => {
  const held = await page.evaluate(`JSON.stringify([
    document.documentElement.outerHTML,
    [...document.querySelectorAll('input')].map(({ value }) => value),
    { ...localStorage }, { ...sessionStorage }, location.href,
    document.querySelector('#app').__vue_app__.config.globalProperties.$pinia.state.value,
  ])`)
  expect(held).toContain('Dev')
  expect(held).not.toContain(other.key)
})

test('a pull brings the lambdas, and everything of it can be seen', async () => {
  await carryOut(page, 'Pull')
  await result(page)
    .getByText(/\d+ done/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Close the result' }).click()
  await page.getByRole('button', { name: 'All', exact: false }).filter({ hasText: /^All/ }).click()
  await planRow(page, name).getByText('In step').waitFor()
})

test('a change shows its difference and is pushed to the server', async () => {
  await write(body("jwt.here = 'mine'"))
  await planRow(page, name).getByText('Changed here').waitFor()
  await planRow(page, name).click()
  const pane = page.getByRole('region', { name, exact: true })
  await pane.locator('.modified .view-line', { hasText: "jwt.here = 'mine'" }).waitFor()
  await reviewAndCarryOut(page, 'Push')
  await result(page).getByText('Changed on the instance.').first().waitFor()
  expect((await other.lambda(name)).body).toBe(body("jwt.here = 'mine'"))
})

test('a change of both sides is merged with the base in view, and both changes arrive', async () => {
  await other.changeLambda(name, { body: body("jwt.there = 'theirs'"), debug: true })
  await write(body("jwt.here = 'mine again'"))
  await compareAgain(page)
  await planRow(page, name).getByText('Changed on both').waitFor()
  await planRow(page, name).getByRole('combobox').selectOption('Merge')
  await page.getByText('Conflict 1 of 1').waitFor()
  await page.getByRole('button', { name: 'Take both' }).click()
  await page.getByText('No conflicts left').waitFor()
  await page.getByRole('button', { name: 'Use this merge' }).click()
  await reviewAndCarryOut(page, 'Push')
  await result(page)
    .getByText(/1 done/)
    .waitFor()
  const both = body("jwt.here = 'mine again'", "jwt.there = 'theirs'")
  expect(await other.lambda(name)).toMatchObject({ body: both, debug: true })
})

test('undo gives the server back what was there', async () => {
  await result(page).getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click()
  await result(page)
    .getByText(/taken back/)
    .waitFor()
  expect(await other.lambda(name)).toMatchObject({ body: body("jwt.there = 'theirs'") })
  await page.getByRole('button', { name: 'Close the result' }).click()
})

test('a lambda that fails is not pushed before that is overridden aloud', async () => {
  await write(body('jwt.here = await user'))
  await compareAgain(page)
  await planRow(page, name).getByRole('combobox').selectOption('Push')
  await page.getByRole('button', { name: /^Push \d/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Push \d/ }).click()
  await dialog.getByText('Nothing was pushed: 1 lambda fails').waitFor()
  expect((await other.lambda(name)).body).toBe(body("jwt.there = 'theirs'"))
  expect(await dialog.getByRole('button', { name: /^Push \d/ }).isDisabled()).toBe(true)
  await dialog.getByRole('checkbox', { name: /Push all the same/ }).check()
  await dialog.getByRole('button', { name: /^Push \d/ }).click()
  await result(page).getByText('Changed on the instance.').waitFor()
  expect((await other.lambda(name)).body).toBe(body('jwt.here = await user'))
})

test('where it is used shows, and it is assigned and taken away from there', async () => {
  await planRow(page, name).click()
  await page.getByRole('tab', { name: 'Where used' }).click()
  const place = 'Support Desk: Id Token populate'
  await page.getByRole('button', { name: `Assign at ${place}` }).click()
  await page.getByRole('dialog').getByText('application.lambdaConfiguration.idTokenPopulateId').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Assign' }).click()
  await page.getByRole('button', { name: `Take away from ${place}` }).waitFor()
  expect(await assignedAtSupportDesk()).toBe((await other.lambda(name)).id)
  await page.getByRole('button', { name: `Take away from ${place}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take away' }).click()
  await page.getByRole('button', { name: `Assign at ${place}` }).waitFor()
  expect(await assignedAtSupportDesk()).toBeUndefined()
})

async function assignedAtSupportDesk(): Promise<string | undefined> {
  const { applications } = await other.call<{ applications: RestApplication[] }>('GET', '/api/application')
  return applications.find((each) => each.name === 'Support Desk')?.lambdaConfiguration?.idTokenPopulateId
}

interface RestApplication {
  readonly name: string
  readonly lambdaConfiguration?: { readonly idTokenPopulateId?: string }
}

test('the event log is narrowed to a level', async () => {
  await page.getByRole('tab', { name: 'Event log' }).click()
  const log = page.getByRole('list', { name: 'Event log' })
  await log.getByRole('img', { name: 'Debug' }).first().waitFor()
  await page.getByLabel('Level').selectOption('Error')
  await log.getByRole('img', { name: 'Debug' }).first().waitFor({ state: 'detached' })
  await log.getByRole('img', { name: 'Error' }).first().waitFor()
})

test('a promotion to a protected instance wants its name, and arrives', async () => {
  await addInstance(page, 'Production', production, 'Confirm by name')
  await page.getByRole('navigation', { name: 'Instances' }).getByRole('button', { name: /^Dev/ }).click()
  await page.getByRole('tab', { name: 'Promote' }).click()
  const included = page.getByRole('checkbox', { name: `Promote ${name}` })
  await included.waitFor()
  expect(await included.isChecked()).toBe(true)
  await page.getByRole('button', { name: /^Promote \d/ }).click()
  const dialog = page.getByRole('dialog')
  const promote = dialog.getByRole('button', { name: /^Promote \d/ })
  expect(await promote.isDisabled()).toBe(true)
  await dialog.getByLabel(/type the name/).fill('production')
  expect(await promote.isDisabled()).toBe(true)
  await dialog.getByLabel(/type the name/).fill('Production')
  await promote.click()
  await dialog.getByText('Nothing was pushed').waitFor()
  await dialog.getByRole('checkbox', { name: /Push all the same/ }).check()
  await dialog.getByLabel(/type the name/).fill('Production')
  await promote.click()
  await result(page)
    .getByText(/Changed on the other instance|Created on the other instance/)
    .first()
    .waitFor()
  expect((await production.lambda(name)).body).toBe(body('jwt.here = await user'))
})

test('a promotion that is unsure asks which lambda is meant, and goes where it was told', async () => {
  const meant = 'UserInfo: groups'
  const changed = 'function populate(userInfo, user, registration) {\n  userInfo.chosen = true\n}\n'
  await other.changeLambda(meant, { body: changed })
  const { id: first, type } = await production.lambda(meant)
  const namesake = { name: meant, type, body: 'function populate() {}\n' }
  const { lambda } = await production.call<{ lambda: { id: string } }>('POST', '/api/lambda', {
    lambda: namesake,
  })
  await page.getByRole('tab', { name: 'Sync' }).click()
  await page.getByRole('tab', { name: 'Promote' }).click()
  await page.getByRole('button', { name: 'Compare again' }).click()
  const row = page.getByRole('row').filter({ hasText: meant })
  await row.getByText('Unsure').waitFor()
  const included = row.getByRole('checkbox', { name: `Promote ${meant}` })
  expect([await included.isDisabled(), await included.isChecked()]).toEqual([true, false])
  const which = row.getByRole('combobox', { name: `Which lambda there is ${meant}?` })
  expect(await which.locator('option').count()).toBe(4)
  await which.selectOption(lambda.id)
  if (!(await included.isChecked())) await included.check()
  await page.getByRole('button', { name: /^Promote \d/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/type the name/).fill('Production')
  await dialog.getByRole('button', { name: /^Promote \d/ }).click()
  await result(page).getByText('Changed on the other instance').first().waitFor()
  const body = async (id: string) =>
    (await production.call<{ lambda: { body: string } }>('GET', `/api/lambda/${id}`)).lambda.body
  expect(await body(lambda.id)).toBe(changed)
  expect(await body(first)).not.toBe(changed)
})

test('a read-only instance is never written to', async () => {
  const list = page.getByRole('navigation', { name: 'Instances' })
  await list.getByRole('button', { name: 'Edit Production' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Replace' }).waitFor()
  await dialog.getByRole('radio', { name: /^Read-only/ }).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await list.getByRole('button', { name: /^Production/ }).click()
  await page.getByRole('tab', { name: 'Sync' }).click()
  await write(body("jwt.here = 'last'"))
  await planRow(page, name).getByText('Changed here').waitFor()
  await page.getByRole('button', { name: /^Push \d/ }).click()
  await page
    .getByRole('dialog')
    .getByText(/is read-only in this workspace/)
    .waitFor()
  expect(
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Push \d/ })
      .isDisabled(),
  ).toBe(true)
  await page.keyboard.press('Escape')
})

test('the instance that was worked with is remembered', async () => {
  await page.reload()
  await page.getByRole('button', { name: 'Instance: Production' }).waitFor()
})

test('the page complained of nothing on the way', () => {
  expect(complaints).toEqual([])
})
