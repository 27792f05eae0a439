import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { usePages } from '../helpers/use-pages.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

const openPage = usePages()
const body = (line: string): string => `function populate(jwt, user) {\n  ${line}\n}\n`
const lambda = (name: string) => ({
  slug: name.toLowerCase(),
  name,
  body: body(`jwt.${name.toLowerCase()} = 1;`),
})
let page: Page

beforeAll(async () => {
  ;({ page } = await openPage(
    workspaceFolder([
      { ...lambda('One'), cases: { admin: { input: { jwt: {} } } } },
      lambda('Two'),
      lambda('Three'),
    ]),
  ))
  page.setDefaultTimeout(15_000)
  await page.locator('.monaco-editor .view-line').first().waitFor()
})

const tabs = async (): Promise<string[]> =>
  page.getByRole('tablist', { name: 'Open lambdas' }).getByRole('tab').allTextContents()
const shownTab = (name: string) => page.getByRole('tab', { name, selected: true })
const bodies = () => page.getByRole('textbox', { name: /^Body of/ })
const namesOfBodies = async (): Promise<(string | null)[]> =>
  Promise.all((await bodies().all()).map((each) => each.getAttribute('aria-label')))
const show = (name: string) => page.getByRole('treeitem', { name }).click()
const regionOfFocus = () =>
  page.evaluate<string>("document.activeElement.closest('[data-region]')?.dataset.region ?? ''")

test('tabs are put in order, closed and opened again by keys', async () => {
  await show('Two')
  await show('Three')
  await page.keyboard.press('Alt+Shift+PageUp')
  await expect.poll(tabs).toEqual(['One', 'Three', 'Two'])
  await page.keyboard.press('Alt+PageDown')
  await shownTab('Two').waitFor()
  await page.keyboard.press('Alt+PageDown')
  await shownTab('One').waitFor()
  await page.keyboard.press('Alt+w')
  await expect.poll(tabs).toEqual(['Three', 'Two'])
  await page.keyboard.press('Alt+Shift+t')
  await shownTab('One').waitFor()
  await page.getByRole('tab', { name: 'One' }).dragTo(page.getByRole('tab', { name: 'Three' }))
  await expect.poll(async () => (await tabs())[0]).toBe('One')
  await page.getByRole('tab', { name: 'Three' }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Close tabs to the right' }).click()
  await expect.poll(tabs).toEqual(['One', 'Three'])
})

test('a tab shows with the press, before the button is let go', async () => {
  await shownTab('One').waitFor()
  await page.getByRole('tab', { name: 'Three' }).hover()
  await page.mouse.down()
  await shownTab('Three').waitFor()
  await expect.poll(namesOfBodies).toEqual(['Body of Three'])
  await page.mouse.up()
  await page.getByRole('tab', { name: 'One' }).click()
})

test('of more tabs than there is room for, the one that shows is in sight, and a wheel moves the others there', async () => {
  const narrow = await page.addStyleTag({ content: '[data-region=tabs] { max-width: 7rem }' })
  const list = page.getByRole('tablist', { name: 'Open lambdas' })
  const hides = async (name: string): Promise<boolean> => {
    const [row, tab] = await Promise.all([list.boundingBox(), list.getByRole('tab', { name }).boundingBox()])
    return tab!.x < row!.x - 1 || tab!.x + tab!.width > row!.x + row!.width + 1
  }
  for (const name of ['Three', 'One']) {
    await show(name)
    await expect.poll(() => hides(name)).toBe(false)
  }
  expect(await hides('Three')).toBe(true)
  await list.hover()
  await page.mouse.wheel(0, 400)
  await expect.poll(() => hides('Three')).toBe(false)
  await narrow.evaluate((style) => (style as unknown as { remove: () => void }).remove())
})

test('the focus goes on to the tab that shows where the one that has it is closed', async () => {
  await show('Two')
  await page.getByRole('tab', { name: 'Two' }).focus()
  await page.keyboard.press('Delete')
  await expect.poll(tabs).toEqual(['One', 'Three'])
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Three')
  await page.getByRole('tab', { name: 'One' }).click()
})

test('two lambdas stand side by side, and the one that has the focus is the one that runs', async () => {
  await page.getByRole('tab', { name: 'One' }).click()
  await page.keyboard.press('Control+\\')
  await expect.poll(namesOfBodies).toEqual(['Body of One', 'Body of Three'])
  await shownTab('Three').waitFor()
  await bodies().last().focus()
  await page.keyboard.press('Control+Enter')
  await page.getByText('/jwt/three').waitFor()
  await page.keyboard.press('Alt+\\')
  await shownTab('One').waitFor()
  expect(await regionOfFocus()).toBe('body-left')
  await page.keyboard.press('Control+Enter')
  await page.getByText('/jwt/one').waitFor()
})

test('a tab is dropped on a side of the editor', async () => {
  await show('Two')
  await show('One')
  const right = (await page.getByRole('region', { name: 'Lambda Three' }).boundingBox())!
  await page.getByRole('tab', { name: 'Two' }).hover()
  await page.mouse.down()
  await page.mouse.move(right.x + 60, right.y + 120)
  await page.getByText('Show on the right').waitFor()
  await page.mouse.move(right.x + 80, right.y + 120)
  await page.mouse.up()
  await shownTab('Two').waitFor()
  await expect.poll(namesOfBodies).toEqual(['Body of One', 'Body of Two'])
})

test('what was open comes back: tabs, both sides, the case and the activity', async () => {
  await page.getByRole('tab', { name: 'One' }).click()
  await page.getByRole('list', { name: 'Cases' }).getByText('admin').click()
  await page.getByRole('textbox', { name: 'Case admin as JSON' }).waitFor({ state: 'attached' })
  const before = await tabs()
  await page.reload()
  await expect.poll(namesOfBodies).toEqual(['Body of One', 'Body of Two'])
  await shownTab('One').waitFor()
  expect(await tabs()).toEqual(before)
  await page.getByRole('textbox', { name: 'Case admin as JSON' }).waitFor({ state: 'attached' })
  await page.keyboard.press('Alt+6')
  await page.getByRole('article').waitFor()
  await page.reload()
  await page.getByRole('article').waitFor()
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Control+\\')
  await expect.poll(namesOfBodies).toEqual(['Body of One'])
})

test('F6 goes round the regions, and comes back to where the focus was in each', async () => {
  await bodies().first().focus()
  const seen: string[] = []
  for (let step = 0; step < 8; step += 1) {
    seen.push(await regionOfFocus())
    await page.keyboard.press('F6')
  }
  expect(seen).toEqual(['body-left', 'cases', 'input', 'result', 'status', 'rail', 'side-bar', 'tabs'])
  expect(await regionOfFocus()).toBe('body-left')
  await page.keyboard.press('Shift+F6')
  expect(await regionOfFocus()).toBe('tabs')
  await page.keyboard.press('F6')
  expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe('Body of One')
})
