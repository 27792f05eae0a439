import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStudio, type OpenedStudio } from '../helpers/open-studio.ts'
import { usePages } from '../helpers/use-pages.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

const openPage = usePages()
const lambda = (name: string) => ({
  slug: name.toLowerCase(),
  name,
  body: `function populate(jwt) {\n  jwt.${name.toLowerCase()} = 1;\n}\n`,
  cases: { admin: { input: { jwt: {} } } },
})

/** What the user has arranged, as it shows. */
async function arrangement(page: Page): Promise<object> {
  const tabs = page.getByRole('tablist', { name: 'Open lambdas' }).getByRole('tab')
  const bodies = await page.getByRole('textbox', { name: /^Body of/ }).all()
  return {
    tabs: await tabs.allTextContents(),
    chosen: await page.getByRole('tab', { selected: true }).first().textContent(),
    bodies: await Promise.all(bodies.map((each) => each.getAttribute('aria-label'))),
    theme: await page.locator('html').getAttribute('class'),
    panels: await page.evaluate(`[...document.querySelectorAll('[data-panel-id]')].map((panel) => {
      const { width, height } = panel.getBoundingClientRect()
      return [panel.dataset.panelId, Math.round(width), Math.round(height)].join(' ')
    })`),
  }
}

async function arrange(page: Page): Promise<void> {
  for (const name of ['Two', 'Three']) await page.getByRole('treeitem', { name }).click()
  await page.getByRole('tab', { name: 'One' }).click()
  await page.keyboard.press('Control+\\')
  await page.getByRole('textbox', { name: 'Body of Two' }).waitFor({ state: 'attached' })
  await page.keyboard.press('Control+Shift+P')
  await page.keyboard.type('Theme: dark')
  await page
    .getByRole('option', { name: /Theme: dark/ })
    .first()
    .click()
  await page.locator('html.dark').waitFor()
  for (const handle of await page.getByRole('separator').all()) {
    await handle.focus()
    // Each hears the keys of its own direction alone.
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
  }
  await sizesKept(page)
}

/** Sizes are written a moment after the last key, which nothing on the screen tells. */
async function sizesKept(page: Page): Promise<void> {
  const kept = () => page.evaluate(`JSON.stringify(Object.entries(localStorage).toSorted())`)
  let before: unknown
  await expect
    .poll(
      async () => {
        const last = before
        before = await kept()
        return before === last
      },
      { interval: 400 },
    )
    .toBe(true)
}

test('what the user arranged is there again after the studio was ended and started anew', async () => {
  const folder = workspaceFolder([lambda('One'), lambda('Two'), lambda('Three')])
  const { page, studio } = await openPage(folder)
  await page.locator('.monaco-editor .view-line').first().waitFor()
  const usual = await arrangement(page)
  await arrange(page)
  const arranged = await arrangement(page)
  expect(arranged).toMatchObject({
    tabs: ['One', 'Two', 'Three'],
    chosen: 'Two',
    bodies: ['Body of One', 'Body of Two'],
  })
  expect(arranged).not.toMatchObject({ panels: (usual as { panels: unknown }).panels })

  // The page keeps it at its address, which is the same with each start unless the user asks for another.
  const { port } = new URL(studio.origin)
  const context = page.context()
  await page.close()
  await studio.close()
  const restarted = async (before: OpenedStudio | undefined): Promise<[Page, OpenedStudio]> => {
    await before?.close()
    const opened = await openStudio(folder, port)
    const next = await context.newPage()
    await next.goto(opened.address)
    await next.locator('.monaco-editor .view-line').first().waitFor()
    return [next, opened]
  }
  const [second, secondStudio] = await restarted(undefined)
  await expect.poll(() => arrangement(second)).toEqual(arranged)

  const sideBar = second.locator('[data-region=side-bar]')
  await sideBar.waitFor()
  await second.keyboard.press('Control+B')
  await sideBar.waitFor({ state: 'detached' })
  await second.close()
  const [third, thirdStudio] = await restarted(secondStudio)
  await expect.poll(() => third.getByRole('tab').allTextContents()).toContain('Three')
  expect(await third.locator('[data-region=side-bar]').count()).toBe(0)
  await thirdStudio.close()
})
