import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { violations } from '../helpers/axe.ts'
import { usePages } from '../helpers/use-pages.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

const openPage = usePages()
let page: Page
let complaints: readonly string[]

beforeAll(async () => {
  ;({ page, complaints } = await openPage(workspaceFolder()))
  await page.locator('.monaco-editor .view-line').first().waitFor()
})

/** What the page shows of a style where elements stand. */
const styles = (selector: string, property: 'color' | 'fontSize') =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('${selector}')].map((each) => getComputedStyle(each).${property})`,
  )
const soon = { timeout: 20_000 }
const fontSizes = () => styles('.monaco-editor .view-lines', 'fontSize')

test('the text of every editor grows and shrinks by keys, and stays so on the next visit', async () => {
  await page.keyboard.press('Control+Alt+=')
  await page.keyboard.press('Control+Alt+=')
  await expect.poll(fontSizes, soon).toEqual(['15px', '15px'])
  await page.keyboard.press('Control+Alt+-')
  await expect.poll(fontSizes, soon).toEqual(['14px', '14px'])
  await page.reload()
  await page.locator('.monaco-editor .view-line').first().waitFor()
  await expect.poll(fontSizes, soon).toEqual(['14px', '14px'])
  await page.keyboard.press('Control+Alt+0')
  await expect.poll(fontSizes, soon).toEqual(['13px', '13px'])
})

test.each(['light', 'dark'] as const)(
  'the template of a new lambda is coloured in the %s theme',
  async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    await page.getByRole('button', { name: 'New lambda' }).first().click()
    const template = page.getByRole('dialog').getByLabel('Template')
    await template.locator('span[class*=mtk]').first().waitFor()
    const colors = await styles('[role=dialog] pre span', 'color')
    expect(new Set(colors).size).toBeGreaterThan(2)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  },
)

test('keys that are typed after Create stand in the new lambda', async () => {
  await page.getByRole('button', { name: 'New lambda' }).first().click()
  await page.keyboard.type('apple')
  // The Enter that ends a word of an input method is the method's own.
  await page.evaluate(`document.activeElement.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
  )`)
  expect(await page.getByRole('dialog').getByRole('button', { name: 'Create' }).isEnabled()).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toMatch(/^Body of Apple/)
  await page.keyboard.type('// mine')
  await page.locator('.view-line', { hasText: '// mine' }).waitFor()
  expect(complaints).toEqual([])
})
