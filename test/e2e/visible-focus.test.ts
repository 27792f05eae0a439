import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'
import { directoryPages, type DirectoryPages } from '../helpers/directory-pages.ts'

const probe = readFileSync(join(import.meta.dirname, '..', 'helpers', 'focus-look.js'), 'utf8')

interface Look {
  readonly name: string
  readonly isEditor: boolean
  /** How the mark of the focus contrasts with what is behind it; 0 where there is none. */
  readonly mark: number
}

const themes = [
  { colorScheme: 'light', contrast: 'no-preference' },
  { colorScheme: 'dark', contrast: 'no-preference' },
  { colorScheme: 'light', contrast: 'more' },
  { colorScheme: 'dark', contrast: 'more' },
] as const
/** By the keys that lead there. */
const screens = {
  lambdas: 'Alt+1',
  tests: 'Alt+2',
  groups: 'Alt+3',
  users: 'Alt+4',
  instances: 'Alt+5',
  types: 'Alt+6',
  settings: 'Control+,',
}
const mostSteps = 70

let browser: Browser
let pages: DirectoryPages
let page: Page

beforeAll(async () => {
  pages = await directoryPages({ users: 30 })
  browser = await launchBrowser()
  ;({ page } = await pages.open(browser, 'Groups', { reducedMotion: 'reduce' }))
  page.setDefaultTimeout(15_000)
  await page
    .getByRole('navigation', { name: 'Groups' })
    .getByRole('button', { name: /^Support/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Add members' }).first().waitFor()
  await page.addStyleTag({ content: '* { transition: none !important; animation: none !important }' })
  await page.evaluate(probe)
})
afterAll(async () => {
  await browser.close()
  await pages.close()
})

/** Goes round the window by Tab, past editors by F6, and tells how each stop is marked. */
async function walk(): Promise<Look[]> {
  const seen = new Map<string, Look>()
  for (let step = 0; step < mostSteps; step += 1) {
    const look = await page.evaluate<Look | null>('focusLook()')
    if (look) seen.set(look.name, look)
    await page.keyboard.press(look?.isEditor ? 'F6' : 'Tab')
  }
  return [...seen.values()]
}

test.each(themes)(
  'in $colorScheme, contrast $contrast, whatever has the focus is marked at 3 to 1 or better',
  async (theme) => {
    await page.emulateMedia(theme)
    const contrast = theme.contrast === 'more' ? '.contrast' : ':not(.contrast)'
    await page.locator(`html.${theme.colorScheme}${contrast}`).waitFor()
    const faults: string[] = []
    for (const [screen, keys] of Object.entries(screens)) {
      await page.keyboard.press(keys)
      await page.locator('nav [aria-current=page], [data-region=rail] [aria-current=page]').first().waitFor()
      const looks = await walk()
      expect(looks.length).toBeGreaterThan(10)
      for (const { name, mark } of looks) if (mark < 3) faults.push(`${screen}: ${name} ${mark.toFixed(1)}`)
    }
    expect(faults).toEqual([])
  },
)
