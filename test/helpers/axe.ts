import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe finds, each with the element that it found it on. */
export async function violations(page: Page): Promise<string[]> {
  await settle(page)
  return found(await new AxeBuilder({ page }).analyze())
}

/** The themes besides the light one. Text of the usual ones has 4.5 to 1 at least, that of high contrast 7 to 1. */
const themes = [
  { colorScheme: 'dark', contrast: 'no-preference', rule: 'color-contrast' },
  { colorScheme: 'light', contrast: 'more', rule: 'color-contrast-enhanced' },
  { colorScheme: 'dark', contrast: 'more', rule: 'color-contrast-enhanced' },
] as const

/**
 * What axe finds in each theme. The light one is looked at whole; the others are the same page in other colours, so
 * that only what depends on colours is looked at again. The page must follow the system, as it does at first.
 */
export async function violationsInEveryTheme(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference', reducedMotion: 'reduce' })
  const all = await violations(page)
  for (const { colorScheme, contrast, rule } of themes) {
    await page.emulateMedia({ colorScheme, contrast })
    await page
      .locator(`html.${colorScheme}${contrast === 'more' ? '.contrast' : ':not(.contrast)'}`)
      .waitFor()
    await settle(page)
    const axe = new AxeBuilder({ page }).withRules([rule])
    all.push(...found(await axe.analyze()).map((each) => `${colorScheme}, contrast ${contrast}: ${each}`))
  }
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' })
  return all
}

/** Axe measures colours as they are at this moment: in the middle of a fade, or before the editor has changed them. */
async function settle(page: Page): Promise<void> {
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))')
  await page.evaluate(
    'Promise.allSettled(document.getAnimations().filter((each) => each.effect.getTiming().iterations !== Infinity).map((each) => each.finished))',
  )
}

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>

function found({ violations }: Results): string[] {
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
