import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser } from 'playwright-core'

/** Switches that the package sets for servers without processes; a page under test must live under a browser's rules. */
const unwanted = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
]

/** A real headless Chromium, carried by a package: nothing has to be installed. */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: process.env['CHROMIUM'] ?? (await chromium.executablePath()),
    args: process.env['CHROMIUM']
      ? ['--no-sandbox']
      : chromium.args.filter((argument) => !unwanted.includes(argument)),
    headless: true,
  })
}
