import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { usePages } from '../helpers/use-pages.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

const openPage = usePages()
let page: Page

beforeAll(async () => {
  const body = 'function populate(jwt) {\n  jwt.a = 1;\n  await fetch("x");\n}\n'
  ;({ page } = await openPage(workspaceFolder([{ slug: 'claims', name: 'Claims', body }])))
  await page.locator('.monaco-editor .view-line').first().waitFor()
})

test('a problem that is chosen on another screen leads to its place', async () => {
  await page.locator('.squiggly-error').first().waitFor({ state: 'attached' })
  await page.keyboard.press('Alt+4')
  await page.getByRole('tab', { name: 'Claims' }).waitFor({ state: 'detached' })
  await page.keyboard.press('Control+Shift+m')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toBe('Body of Claims')
  await page.getByText('Ln 3').waitFor()
})

/** A window of 800 by 600 at a zoom of 200 %. */
const small = { width: 400, height: 300 }

test('in a small window words have room, and nothing is wider than it', async () => {
  await page.setViewportSize(small)
  const widthOf = async (text: string): Promise<number> =>
    (await page.getByText(text, { exact: true }).first().locator('xpath=../..').boundingBox())!.width
  const overflow = (selector: string) =>
    page.evaluate<number>(
      `(() => { const it = document.querySelector('${selector}'); return it.scrollWidth - it.clientWidth })()`,
    )
  await page.keyboard.press('Control+,')
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
  expect(await widthOf('Wrap long lines')).toBeGreaterThan(200)
  expect(await overflow('article')).toBe(0)
  await page.keyboard.press('Alt+n')
  const about = page.getByRole('region', { name: 'About the type' })
  await about.waitFor()
  expect((await about.boundingBox())!.width).toBeGreaterThan(200)
  await page.keyboard.press('Escape')
})
