import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { pasteBody, pasteInput } from '../helpers/editor.ts'
import { usePages } from '../helpers/use-pages.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

const openPage = usePages()
const populate = (...lines: readonly string[]): string =>
  `function populate(jwt, user, registration, context) {\n${lines.join('\n')}\n}`

let page: Page
let complaints: readonly string[]

beforeAll(async () => {
  const claims = { slug: 'claims', name: 'Claims', body: populate('  jwt.a = 1') }
  ;({ page, complaints } = await openPage(workspaceFolder([claims])))
  await page.locator('.view-line', { hasText: 'jwt.a' }).waitFor()
})

const body = () => page.getByRole('textbox', { name: /^Body of/ })
const suggestions = () => page.locator('.suggest-widget.visible .monaco-list-row .label-name')

/** What stands in the editor of the body, as the user sees it; Monaco writes spaces that do not break. */
async function shownBody(): Promise<string> {
  const lines: readonly string[] = await page.evaluate(`(() => {
    const editor = document.querySelector('[aria-label^="Body of"]').closest('.monaco-editor')
    const top = (line) => line.getBoundingClientRect().top
    return [...editor.querySelectorAll('.view-line')].sort((one, other) => top(one) - top(other)).map((line) => line.textContent)
  })()`)
  return lines.join('\n').replaceAll('\u00a0', ' ')
}

/** Puts the cursor where the text begins, on the line that has it. */
async function goTo(line: number, column: number): Promise<void> {
  await body().focus()
  await page.keyboard.press('Control+Home')
  for (let at = 1; at < line; at++) await page.keyboard.press('ArrowDown')
  for (let at = 1; at < column; at++) await page.keyboard.press('ArrowRight')
}

describe('the editor of a body', () => {
  test('tells a field\u2019s meaning and the version that brought it', async () => {
    await pasteBody(page, populate('  jwt.a = user.identities'))
    await goTo(2, 18)
    await expect
      .poll(async () => {
        await page.keyboard.press('Escape')
        await page.keyboard.press('Control+k')
        await page.keyboard.press('Control+i')
        return page.locator('.monaco-hover').allInnerTexts()
      })
      .toEqual(expect.arrayContaining([expect.stringContaining('Since 1.59.0')]))
    await page.keyboard.press('Escape')
  })

  test('tells the parameters of a function while its call is written', async () => {
    await pasteBody(page, populate('  jwt.a = fetch'))
    await goTo(2, 16)
    await page.keyboard.type('(')
    const hints = page.locator('.parameter-hints-widget.visible')
    await hints.getByText('url: string').first().waitFor()
    await page.keyboard.press('Escape')
  })

  test('puts in a snippet', async () => {
    await pasteBody(page, populate('  '))
    await goTo(2, 3)
    await page.keyboard.type('guard')
    await suggestions().getByText('guard-registration').waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(shownBody).toContain('  if (!registration) {\n    return\n  }')
    await page.keyboard.press('Escape')
  })

  test('corrects a problem by its quick fix', async () => {
    const wrong = populate("  jwt.a = fetch('https://a.example').json()")
    await pasteBody(page, wrong)
    await page.locator('.squiggly-error').first().waitFor()
    // The same text once more: what was found in it is still true of it.
    await pasteBody(page, wrong)
    await page.locator('.squiggly-error, .squiggly-warning').first().waitFor()
    await goTo(2, 40)
    const offered = page.locator('.action-widget').getByText('JSON.parse')
    await expect
      .poll(async () => {
        // What is found in the text is offered once it was found.
        if ((await offered.count()) === 0) await page.keyboard.press('Control+.')
        return offered.count()
      })
      .toBeGreaterThan(0)
    // What TypeScript would declare is FusionAuth's to declare.
    expect(await page.locator('.action-widget').getByText('Declare').count()).toBe(0)
    await page.keyboard.press('Enter')
    await expect.poll(shownBody).toContain("jwt.a = JSON.parse(fetch('https://a.example').body)")
  })

  test('puts the text in order', async () => {
    await pasteBody(page, 'function populate(jwt,user){\njwt.a=user.email\n      jwt.b=1}')
    await page.keyboard.press('Control+Shift+i')
    await expect
      .poll(shownBody)
      .toContain('function populate(jwt, user) {\n  jwt.a = user.email\n  jwt.b = 1')
  })

  test('finds, writes at several places at once, and folds', async () => {
    await pasteBody(page, populate('  jwt.plan = 1', '  jwt.plan = 2'))
    await page.keyboard.press('Control+f')
    await page.locator('.find-widget.visible').waitFor()
    await page.keyboard.type('plan')
    await page.locator('.find-widget .matchesCount').getByText('of 2').waitFor()
    await page.keyboard.press('Escape')
    await goTo(2, 7)
    await page.keyboard.press('Control+d')
    await page.keyboard.press('Control+d')
    await page.keyboard.type('tier')
    await expect.poll(shownBody).toContain('  jwt.tier = 1\n  jwt.tier = 2')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await goTo(1, 1)
    await page.keyboard.press('Control+Shift+[')
    await expect.poll(shownBody).not.toContain('tier')
    await page.keyboard.press('Control+Shift+]')
    await expect.poll(shownBody).toContain('tier')
  })

  test('has no minimap until it is asked for', async () => {
    const maps = await page.locator('.monaco-editor .minimap').all()
    const boxes = await Promise.all(maps.map((each) => each.boundingBox()))
    expect(boxes.filter((box) => (box?.width ?? 0) > 0)).toEqual([])
  })
})

describe('the editor of an input', () => {
  test('offers the fields of the type', async () => {
    await pasteInput(page, '{\n  "user": {\n    \n  }\n}')
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.keyboard.type('"')
    await page.keyboard.press('Control+Space')
    await expect
      .poll(() => suggestions().allTextContents())
      .toEqual(expect.arrayContaining(['active', 'birthDate', 'data']))
    await page.keyboard.press('Escape')
  })

  test('marks what does not fit the type, and the run takes it', async () => {
    await pasteBody(page, populate('  jwt.a = user.emial'))
    await pasteInput(page, '{ "jwt": {}, "user": { "emial": "a@b.example" }, "extra": 1 }')
    const input = page.locator('.monaco-editor', { has: page.getByRole('textbox', { name: /^Input as/ }) })
    await input.locator('.squiggly-warning, .squiggly-error').first().waitFor()
    await page.keyboard.press('Control+Enter')
    const result = page.getByRole('region', { name: 'Result', exact: true })
    await result.getByText('Completed').waitFor()
    await result.getByText('a@b.example').first().waitFor()
  })
})

test('nothing failed', () => {
  expect(complaints).toEqual([])
})

test('where the cursor stands is computed, and nothing laid out to measure it', async () => {
  const claims = { slug: 'claims', name: 'Claims', body: populate('  jwt.a = user.firstName') }
  ;({ page } = await openPage(workspaceFolder([claims])))
  await page.locator('.view-line', { hasText: 'jwt.a' }).waitFor()
  await goTo(2, 4)
  await page.evaluate(`{
    const { getClientRects } = Range.prototype
    globalThis.measured = 0
    Range.prototype.getClientRects = function () {
      globalThis.measured += 1
      return getClientRects.call(this)
    }
  }`)
  const cursor = page.locator('.monaco-editor.focused .cursor')
  const left = async (): Promise<number> => (await cursor.boundingBox())!.x
  const before = await left()
  for (let at = 0; at < 10; at++) await page.keyboard.press('ArrowRight')
  await expect.poll(async () => Math.round((await left()) - before)).toBe(78)
  expect(await page.evaluate('globalThis.measured')).toBe(0)
})
