import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'
import { directoryPages, type DirectoryPages } from '../helpers/directory-pages.ts'

let browser: Browser
let pages: DirectoryPages
let page: Page
let complaints: string[]

beforeAll(async () => {
  pages = await directoryPages({ protection: 'confirm' })
  browser = await launchBrowser()
  const system = { colorScheme: 'light', reducedMotion: 'no-preference' } as const
  ;({ page, complaints } = await pages.open(browser, 'Users', system))
  await page.getByRole('button', { name: 'Lambdas', exact: true }).click()
})
afterAll(async () => {
  await browser.close()
  await pages.close()
})

const bar = () => page.getByRole('contentinfo')
const editor = () => page.locator('.monaco-editor').first()
const cursors = (kind: string) =>
  editor().locator(`.cursors-layer.cursor-${kind}`).waitFor({ state: 'attached' })

const colours = (of: string) =>
  page.evaluate<{ text: string; ground: string }>(
    `(() => { const { color, backgroundColor } = getComputedStyle(document.querySelector(${JSON.stringify(of)}));
      return { text: color, ground: backgroundColor } })()`,
  )
/** A colour as it is drawn, however it is written. */
const channels = (colour: string) =>
  page.evaluate<{ red: number; green: number; blue: number }>(
    `(() => { const canvas = document.createElement('canvas').getContext('2d')
      canvas.fillStyle = ${JSON.stringify(colour)}
      canvas.fillRect(0, 0, 1, 1)
      const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data
      return { red, green, blue } })()`,
  )

describe('the status bar', () => {
  test('says in words and in red that the instance is protected', async () => {
    const instance = bar().getByRole('button', { name: 'Instance: Local, protected: Confirm by name' })
    await instance.waitFor()
    const shown = await colours('[data-region=status] > button')
    const around = await colours('[data-region=status]')
    expect(shown.ground).not.toBe(around.ground)
    expect(shown.text).not.toBe(around.text)
    for (const drawn of [shown.text, shown.ground]) {
      const { red, green, blue } = await channels(drawn)
      expect(red).toBeGreaterThan(green)
      expect(red).toBeGreaterThan(blue)
    }
    // What is known of the instance is no business of the page's markup.
    expect(await bar().locator('[url], [haskey]').count()).toBe(0)
  })

  test('has the instance in its own colour', async () => {
    const dot = await colours('[data-region=status] > button [class*=bg-teal]')
    const { red, green, blue } = await channels(dot.ground)
    expect(green).toBeGreaterThan(blue)
    expect(blue).toBeGreaterThan(red)
  })

  test('has sync, problems, the place of the cursor, the language level and the work', async () => {
    await bar()
      .getByText(/to push$/)
      .waitFor()
    await bar().getByText('0 errors').waitFor()
    await bar().getByText('ES2021').waitFor()
    await bar().getByRole('button', { name: 'Work', exact: true }).waitFor()
    await editor().click()
    await page.keyboard.press('Control+End')
    await bar()
      .getByText(/^Ln 4, Col 1$/)
      .waitFor()
  })
})

describe('the looks', () => {
  test('follow the system while the page is open, the editors with it', async () => {
    await editor().and(page.locator('.vs')).waitFor()
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator('html.dark').waitFor()
    await editor().and(page.locator('.vs-dark')).waitFor()
    await page.emulateMedia({ colorScheme: 'light', contrast: 'more' })
    await page.locator('html.light.contrast').waitFor()
    await editor().and(page.locator('.hc-light')).waitFor()
    await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' })
    await page.locator('html.dark.contrast').waitFor()
    await editor().and(page.locator('.hc-black')).waitFor()
    await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' })
    await page.locator('html.light:not(.contrast)').waitFor()
    await editor().and(page.locator('.vs')).waitFor()
  })

  test('stand still where the system asks for it, the cursor of the editor too', async () => {
    await editor().click()
    await cursors('smooth')
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await cursors('solid')
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await cursors('smooth')
  })

  test('stand still where the user asks for it, and nothing turns without end', async () => {
    await page.keyboard.press('Control+,')
    await page.getByRole('combobox', { name: 'Motion' }).selectOption('reduced')
    await page.locator('html[data-motion=reduced]').waitFor()
    const spins = `(() => { const probe = document.body.appendChild(document.createElement('i'))
      probe.className = 'animate-spin'
      const { animationName, animationIterationCount } = getComputedStyle(probe)
      probe.remove()
      return animationName + ' ' + animationIterationCount })()`
    expect(await page.evaluate(spins)).toBe('spin 1')
    await page.getByRole('button', { name: 'Lambdas', exact: true }).click()
    await editor().click()
    await cursors('solid')
    expect(complaints).toEqual([])
  })
})
