import type { Browser, Page } from 'playwright-core'
import { openStudio } from '../helpers/open-studio.ts'
import type { BenchRow } from './bench-row.ts'
import { bodyShown, openSession, percentile, watchWhile, type Watched } from './page-session.ts'
import { longLambda } from './page-workspace.ts'

/** One frame of a screen that draws sixty a second. */
const frameMs = 1000 / 60

/** Faster than people type: sixteen keys a second. */
const betweenKeysMs = 60

/**
 * Typing in the middle of 2,000 lines, with completion, TypeScript, checks and drafts at work. Each key is timed from
 * the moment the browser got it to the end of the next frame that is drawn. A key comes anywhere between two ticks of
 * the screen's clock, so sixty frames a second are kept where that takes at most two frames: one until the next tick,
 * one to draw.
 */
export async function benchTyping(browser: Browser): Promise<BenchRow[]> {
  const studio = await openStudio(longLambda())
  const { page, close } = await openSession(browser, studio.address)
  try {
    await bodyShown(page)
    await prepare(page)
    return typingRows(await watchWhile(page, () => typeText(page)))
  } finally {
    await close()
    await studio.close()
  }
}

async function prepare(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /^Body of/ }).focus()
  await page.keyboard.press('Control+Home')
  for (let screens = 0; screens < 20; screens += 1) await page.keyboard.press('PageDown')
  await page.keyboard.press('End')
  // Completion shows once TypeScript has read the body.
  await page.keyboard.type('\njwt.')
  await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor()
  await page.keyboard.press('Escape')
}

async function typeText(page: Page): Promise<void> {
  for (let line = 0; line < 10; line += 1) {
    await page.keyboard.type(`\nconst name${line} = user.fullName + jwt.iss`, { delay: betweenKeysMs })
  }
}

function typingRows({ keys, frames, longTasks }: Watched): BenchRow[] {
  const name = 'page: typing in 2,000 lines'
  const key = (part: number, limit?: number): BenchRow => ({
    name: `${name}, key to next frame, p${part * 100}`,
    value: percentile(keys, part),
    unit: 'ms',
    ...(limit !== undefined && { limit }),
  })
  return [
    { name: `${name}, keys`, value: keys.length, unit: 'keys' },
    key(0.5),
    key(0.95, 2 * frameMs),
    key(0.99),
    {
      name: `${name}, frame to frame, p95`,
      value: percentile(frames, 0.95),
      unit: 'ms',
      limit: frameMs * 1.1,
    },
    { name: `${name}, tasks over 50 ms`, value: longTasks.length, unit: 'tasks' },
    { name: `${name}, longest task`, value: Math.max(0, ...longTasks), unit: 'ms' },
  ]
}
