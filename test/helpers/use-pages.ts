import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from './browser.ts'
import { openStudio, type OpenedStudio } from './open-studio.ts'

/** A page on a studio that was started in a folder, and what the page complained of. */
export interface OpenedPage {
  readonly page: Page
  readonly studio: OpenedStudio
  readonly complaints: readonly string[]
}

/** Gives a test file what opens pages; its browser and its studios end with it. */
export function usePages(): (
  folder: string,
  options?: BrowserContextOptions & { readonly studio?: OpenedStudio },
) => Promise<OpenedPage> {
  let browser: Browser
  const studios = new Set<OpenedStudio>()

  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await Promise.all([...studios].map((studio) => studio.close()))
  })

  return async (folder, { studio: running, ...options } = {}) => {
    const studio = running ?? (await openStudio(folder))
    studios.add(studio)
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(studio.address)
    await page.getByText('Sandbox ready').waitFor()
    return { page, studio, complaints }
  }
}
