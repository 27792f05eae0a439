import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { TestContext } from 'vitest'

const folder = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'screens')

/** Keeps a picture of every page of a test that failed, for whoever looks for the reason. */
export async function keepScreens(browser: Browser, task: TestContext['task']): Promise<void> {
  if (task.result?.state !== 'fail') return
  mkdirSync(folder, { recursive: true })
  const name = task.name.replaceAll(/\W+/g, '-').slice(0, 80)
  const pages = browser.contexts().flatMap((context) => context.pages())
  for (const [index, page] of pages.entries()) {
    await page
      .screenshot({ path: join(folder, `${name}-${index + 1}.png`), timeout: 10_000 })
      .catch(() => undefined)
  }
}
