import type { Browser } from 'playwright-core'
import { setup } from '../e2e/build-once.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { openStudio } from '../helpers/open-studio.ts'
import type { BenchRow } from './bench-row.ts'
import { benchMembers } from './page-members.ts'
import { benchMemory } from './page-memory.ts'
import { benchScripts } from './page-scripts.ts'
import { bodyShown, openSession, type PageSession } from './page-session.ts'
import { benchStart } from './page-start.ts'
import { benchSwitching } from './page-switching.ts'
import { benchTyping } from './page-typing.ts'
import { manyLambdas } from './page-workspace.ts'

/** Measures the built page in a real Chromium on the real host. */
export async function benchPage(): Promise<BenchRow[]> {
  setup()
  const browser = await launchBrowser()
  try {
    return [
      ...(await benchStart(browser)),
      ...(await benchScripts(browser)),
      ...(await benchTyping(browser)),
      ...(await benchLambdas(browser)),
      ...(await benchMembers(browser)),
    ]
  } finally {
    await browser.close()
  }
}

/** Each in a page of its own, of a workspace with 1,000 lambdas. */
async function benchLambdas(browser: Browser): Promise<BenchRow[]> {
  const studio = await openStudio(manyLambdas(1_000))
  try {
    const switching = await inPage(browser, studio.address, ({ page }) => benchSwitching(page))
    const memory = await inPage(browser, studio.address, benchMemory)
    return [...switching, ...memory]
  } finally {
    await studio.close()
  }
}

async function inPage<T>(
  browser: Browser,
  address: string,
  work: (session: PageSession) => Promise<T>,
): Promise<T> {
  const session = await openSession(browser, address)
  try {
    await bodyShown(session.page)
    return await work(session)
  } finally {
    await session.close()
  }
}
