import type { Page } from 'playwright-core'

/** Waits until colours are as they stay: in the middle of a fade, or before the editor has changed them, they are not. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))')
  await page.evaluate(
    'Promise.allSettled(document.getAnimations().filter((each) => each.effect.getTiming().iterations !== Infinity).map((each) => each.finished))',
  )
}
