import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { OtherUser } from '../helpers/demo-rest.ts'
import { pasteBody } from '../helpers/editor.ts'
import {
  carryOut,
  compareAgain,
  planRow,
  result,
  reviewAndCarryOut,
  showInstances,
} from '../helpers/instance-screens.ts'
import { embeddedKey } from '../helpers/open-studio.ts'
import { usePages } from '../helpers/use-pages.ts'

// The tests are one way, from a first start to a push that is taken back; each goes on where the one before it ended.
const openPage = usePages()
const folder = join(mkdtempSync(join(tmpdir(), 'way-')), 'lambdas')
const name = 'Plan claim'
/** What the case that came with the template expects, and more. */
const body = (...more: readonly string[]): string =>
  [
    'function populate(jwt, user, registration) {',
    '  jwt.roles = registration?.roles ?? [];',
    '  jwt.plan = user.data?.plan;',
    ...more.map((line) => `  ${line}`),
    '}',
    '',
  ].join('\n')
const onDisk = (): string => readFileSync(join(folder, 'lambdas', 'plan-claim', 'lambda.js'), 'utf8')

let page: Page
let complaints: readonly string[]
let colleague: OtherUser<{ readonly url: string }>

const activity = (label: string) =>
  page.getByRole('navigation', { name: 'Activities' }).getByRole('button', { name: label, exact: true })
const saved = () => page.getByText(/^\d+ unsaved$/).waitFor({ state: 'detached' })

async function write(text: string): Promise<void> {
  const inTree = page.getByRole('treeitem', { name }).first()
  if (!(await inTree.isVisible())) await activity('Lambdas').click()
  await inTree.click()
  await page.getByRole('textbox', { name: `Body of ${name}` }).waitFor({ state: 'attached' })
  await pasteBody(page, text)
  await page.keyboard.press('Control+S')
  await saved()
}

beforeAll(async () => {
  ;({ page, complaints } = await openPage(mkdtempSync(join(tmpdir(), 'start-'))))
})

test('a first start makes a workspace with samples on the embedded instance', async () => {
  await page.getByRole('textbox', { name: 'Folder' }).fill(folder)
  await page.getByRole('button', { name: 'Create with samples' }).click()
  await page.locator('.monaco-editor .view-line').first().waitFor()
  await page.getByRole('button', { name: 'Instance: Demo' }).waitFor()
  const studioFile = JSON.parse(readFileSync(join(folder, 'studio.json'), 'utf8')) as {
    instances: { url: string }[]
  }
  colleague = new OtherUser({ url: studioFile.instances[0]!.url }, embeddedKey())
})

test('a new lambda is made from its type, written and run', async () => {
  await page.getByRole('button', { name: 'New lambda' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('option', { name: /^JWT Populate/ }).click()
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await page.getByRole('textbox', { name: `Body of ${name}` }).waitFor({ state: 'attached' })
  await write(body("jwt.tier = 'free';"))
  await page.keyboard.press('Control+Enter')
  await result(page).getByText('Completed').waitFor()
  await result(page).getByText('"free"').first().waitFor()
  expect(onDisk()).toBe(body("jwt.tier = 'free';"))
})

test('the run is kept as a case, which the tests then prove', async () => {
  await page.getByRole('button', { name: 'Keep as a case' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Free plan')
  await dialog.getByRole('button', { name: 'Keep', exact: true }).click()
  await page.getByRole('textbox', { name: 'Case free-plan as JSON' }).waitFor({ state: 'attached' })
  await activity('Tests').click()
  const panel = page.getByRole('navigation', { name: 'Tests' })
  await panel.getByRole('button', { name: 'Run all tests' }).first().click()
  await panel.getByText('5 passed').waitFor()
  await panel.getByText('0 failed').waitFor()
  await panel.getByRole('treeitem', { name }).waitFor()
})

test('it is pushed to the embedded instance, and is there', async () => {
  await showInstances(page)
  await planRow(page, name).getByText('Only here').waitFor()
  await planRow(page, name).click()
  const pane = page.getByRole('region', { name, exact: true })
  await pane.getByText("jwt.tier = 'free';").first().waitFor()
  await carryOut(page, 'Push')
  await result(page)
    .getByText(/\d+ done/)
    .first()
    .waitFor()
  expect(await colleague.lambda(name)).toMatchObject({
    type: 'JWTPopulate',
    body: body("jwt.tier = 'free';"),
  })
  await page.getByRole('button', { name: 'Close the result' }).click()
})

test("somebody else's change there and one here are a conflict, merged line by line and pushed", async () => {
  await colleague.changeLambda(name, { body: body("jwt.tier = 'free';", 'jwt.region = user.data.region;') })
  await write(body("jwt.tier = 'free';", 'jwt.since = user.insertInstant;'))
  await showInstances(page)
  await compareAgain(page)
  await planRow(page, name).getByText('Changed on both').waitFor()
  await planRow(page, name).click()
  await page.locator('.monaco-diff-editor .line-insert').first().waitFor()
  await planRow(page, name).getByRole('combobox').selectOption('Merge')
  await page.getByText('Conflict 1 of 1').waitFor()
  const sideOf = (label: string) =>
    page.locator('.monaco-editor').filter({ has: page.getByLabel(label, { exact: true }) })
  await sideOf('Workspace').locator('.view-line', { hasText: 'jwt.since' }).waitFor()
  await sideOf('Demo').locator('.view-line', { hasText: 'jwt.region' }).waitFor()
  await page.getByRole('button', { name: 'Take both' }).click()
  await page.getByRole('button', { name: 'Use this merge' }).click()
  await reviewAndCarryOut(page, 'Push')
  await result(page)
    .getByText(/1 done/)
    .waitFor()
  const merged = body(
    "jwt.tier = 'free';",
    'jwt.since = user.insertInstant;',
    'jwt.region = user.data.region;',
  )
  expect((await colleague.lambda(name)).body).toBe(merged)
  expect(onDisk()).toBe(merged)
})

test('the push is taken back, on both sides', async () => {
  await result(page).getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click()
  await result(page)
    .getByText(/taken back/)
    .waitFor()
  const theirs = body("jwt.tier = 'free';", 'jwt.region = user.data.region;')
  expect((await colleague.lambda(name)).body).toBe(theirs)
  expect(onDisk()).toBe(body("jwt.tier = 'free';", 'jwt.since = user.insertInstant;'))
})

test('what nothing speaks against is pushed from the editor at once, and can be looked at and taken back from there', async () => {
  await showInstances(page)
  await planRow(page, name).getByText('Changed on both').waitFor()
  await planRow(page, name).getByRole('combobox').selectOption('Pull')
  await carryOut(page, 'Pull')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('overwrites the other side').waitFor()
  await dialog.getByRole('button', { name: /^Pull \d/ }).click()
  await result(page)
    .getByText(/\d done/)
    .waitFor()
  await page.getByRole('button', { name: 'Close the result' }).click()
  const mine = body("jwt.tier = 'free';", 'jwt.region = user.data.region;', 'jwt.next = true;')
  await write(mine)
  const pushed = page.getByRole('listitem').filter({ hasText: 'Push or pull: Done' })
  const pushFromEditor = async (): Promise<void> => {
    await showInstances(page)
    await planRow(page, name).getByText('Changed here').waitFor()
    await activity('Lambdas').click()
    await page.keyboard.press('Alt+P')
  }
  await pushFromEditor()
  await pushed.getByRole('button', { name: 'Undo' }).waitFor()
  expect((await colleague.lambda(name)).body).toBe(mine)
  await pushed.getByRole('button', { name: 'Undo' }).click()
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await result(page)
    .getByText(/taken back/)
    .waitFor()
  expect((await colleague.lambda(name)).body).not.toContain('jwt.next')
  await pushFromEditor()
  await pushed.getByRole('button', { name: 'Show difference' }).click()
  await page.locator('.monaco-diff-editor .line-insert').first().waitFor()
  expect((await colleague.lambda(name)).body).toBe(mine)
})

test('the page complained of nothing on the way', () => {
  expect(complaints).toEqual([])
})
