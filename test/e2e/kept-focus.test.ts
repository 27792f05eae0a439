import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { usePages } from '../helpers/use-pages.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

// What is pressed goes, changes or is disabled with what it began: the focus stays where the user is.
const openPage = usePages()
const slow = 'function populate(jwt) {\n  const end = Date.now() + 700;\n  while (Date.now() < end) {}\n}\n'
const expected = { input: { jwt: {} }, expect: { arguments: { jwt: {} } } }
const cases = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`case-${at}`, expected]))

let page: Page

beforeAll(async () => {
  ;({ page } = await openPage(workspaceFolder([{ slug: 'slow', name: 'Slow', body: slow, cases }])))
  page.setDefaultTimeout(15_000)
  await page.locator('.monaco-editor .view-line').first().waitFor()
})

const focused = (wanted: Locator): Promise<void> => wanted.and(page.locator(':focus')).waitFor()
const work = () => page.getByRole('region', { name: 'Work', exact: true })

test('the button that runs a lambda stops it, and is the one to press again', async () => {
  const body = page.getByRole('region', { name: 'Lambda', exact: true })
  await body.getByRole('button', { name: /^Run/ }).focus()
  await page.keyboard.press('Enter')
  await focused(body.getByRole('button', { name: 'Stop' }))
  await focused(body.getByRole('button', { name: /^Run/ }))
})

test('the list of work has the focus when its first work begins, and when it is cancelled', async () => {
  await page.getByRole('contentinfo').getByRole('button', { name: 'Work' }).focus()
  await page.keyboard.press('Enter')
  await work().getByRole('button', { name: 'Run all tests' }).focus()
  await page.keyboard.press('Enter')
  await work().getByRole('progressbar', { name: 'Test' }).waitFor()
  await focused(work().getByRole('button', { name: 'Show log' }))
  await page.keyboard.press('Tab')
  await focused(work().getByRole('button', { name: 'Cancel' }))
  await page.keyboard.press('Enter')
  await work().getByText('Cancelled').waitFor()
  await focused(work().getByRole('button', { name: 'Show log' }))
  await page.keyboard.press('Escape')
})

test('a control that is disabled while something is asked for has the focus again after that', async () => {
  await page.evaluate(`{
    const button = document.querySelector('nav[aria-label=Activities] button')
    button.focus()
    button.disabled = true
    requestAnimationFrame(() => setTimeout(() => {
      globalThis.between = document.activeElement === document.body
      button.disabled = false
    }))
  }`)
  await expect.poll(() => page.evaluate('globalThis.between')).toBe(true)
  await focused(page.getByRole('navigation', { name: 'Activities' }).getByRole('button').first())
})
