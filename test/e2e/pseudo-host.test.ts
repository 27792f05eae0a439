import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillPattern } from '../../electron/contract/words.ts'
import hostPatterns from '../../renderer/messages/host-patterns.json' with { type: 'json' }
import { en } from '../../renderer/messages/en.ts'
import { pseudoText } from '../../renderer/messages/pseudo.ts'
import { OtherUser } from '../helpers/demo-rest.ts'
import { addInstance, planRow, showInstances } from '../helpers/instance-screens.ts'
import { usePages } from '../helpers/use-pages.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

const body = `function populate(jwt, user, registration) {
  jwt.sub = 'somebody';
  if (!user) console.table(jwt);
}
`
const lambda = { slug: 'odd', name: 'Odd', body }

const openPage = usePages()
let other: OtherUser
let page: Page

beforeAll(async () => {
  other = await OtherUser.start(7)
  const opened = await openPage(workspaceFolder([lambda]))
  page = opened.page
  await showInstances(page)
  await addInstance(page, 'Dev', other)
  await planRow(page, 'Odd').waitFor()
  await page.goto(`${opened.studio.origin}/?locale=pseudo`)
  await page.getByText(own('status.ready')).waitFor()
})
afterAll(() => other.demo.close())

/** A text of the page in the pseudo language. */
const own = (key: keyof typeof en): string => pseudoText(en[key] as string)

/** A text of the host in the pseudo language. */
function said(pattern: string, ...values: readonly string[]): string {
  expect(hostPatterns).toContain(pattern)
  return fillPattern(pseudoText(pattern), values)
}

const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click()
const see = (text: string) => page.getByText(text, { exact: true }).first().waitFor()

/** The button whose text counts. */
const counting = (key: 'sync.pull'): RegExp => new RegExp(own(key).replace('{count}', '\\d+'))

test('what became of an entry, and why it is planned, are said in the language of the page', async () => {
  await press(own('lambdas.title'))
  await press(own('instances.title'))
  await page.getByRole('row').filter({ hasText: 'Id token: profile' }).getByRole('button').first().click()
  await see(said('Is on {0} and not in this workspace.', 'Dev'))
  await press(counting('sync.pull'))
  await see(said('Created in the workspace.'))
})

test('a failure is, with what stands in its values', async () => {
  const gone = await OtherUser.start(9)
  await gone.demo.close()
  await press(own('command.addInstance'))
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(own('instance.url')).fill(gone.demo.url)
  await dialog.getByRole('button', { name: own('instance.probe') }).click()
  const because = said('nothing listens at {0}', new URL(gone.demo.url).host)
  await see(said('The instance cannot be reached: {0}.', because))
  await see(said('Check the address, that the instance runs, and the network between.'))
  await page.keyboard.press('Escape')
  await press(own('form.leave'))
  await dialog.waitFor({ state: 'detached' })
})

test('problems, discarded writes and what follows of a run are', async () => {
  await press(own('lambdas.title'))
  await page.getByRole('treeitem', { name: 'Odd' }).first().click()
  await page.locator('.monaco-editor .view-line').first().waitFor()
  await page.keyboard.press('Control+Enter')
  await see(said('FusionAuth signs the token with the claims as they are kept here.'))
  await see(said('FusionAuth sets {0} itself and drops what a lambda does to it.', 'sub'))
  await page.getByRole('tab', { name: own('result.problems') }).click()
  await see(said('FusionAuth documents no console.{0}.', 'table'))
  await see(said('Use console.info.'))
})
