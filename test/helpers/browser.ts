import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser } from 'playwright-core'

/** A real headless Chromium, carried by a package: nothing has to be installed. */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: process.env['CHROMIUM'] ?? (await chromium.executablePath()),
    args: process.env['CHROMIUM'] ? ['--no-sandbox'] : chromium.args,
    headless: true,
  })
}
