import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { launchBrowser } from './browser.ts'
import { keepScreens } from './keep-screens.ts'
import { openStudio, type OpenedStudio } from './open-studio.ts'

/** A page on a studio that was started in a folder, and what the page complained of. */
export interface OpenedPage {
  readonly page: Page
  readonly studio: OpenedStudio
  readonly complaints: readonly string[]
}

type Closable = BrowserContext | OpenedStudio

/** Gives a test file what opens pages. What a test opened ends with it, and all else with the file. */
export function usePages(): (
  folder: string,
  options?: BrowserContextOptions & { readonly studio?: OpenedStudio },
) => Promise<OpenedPage> {
  let browser: Browser
  const ofFile: Closable[] = []
  const ofTest: Closable[] = []
  let opened = ofFile

  beforeAll(async () => {
    browser = await launchBrowser()
  })
  beforeEach(() => {
    opened = ofTest
  })
  afterEach(async ({ task }) => {
    await keepScreens(browser, task)
    await Promise.all(ofTest.splice(0).map((each) => each.close()))
    opened = ofFile
  })
  afterAll(async () => {
    await browser.close()
    await Promise.all(ofFile.map((each) => each.close()))
  })

  return async (folder, { studio: running, ...options } = {}) => {
    const studio = running ?? (await openStudio(folder))
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    opened.push(studio, context)
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(studio.address)
    await page.getByText('Sandbox ready').waitFor()
    return { page, studio, complaints }
  }
}
