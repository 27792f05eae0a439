import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe finds, each with the element that it found it on. */
export async function violations(page: Page): Promise<string[]> {
  await settle(page)
  return found(await new AxeBuilder({ page }).analyze())
}

const themes = [
  { colorScheme: 'dark', contrast: 'no-preference' },
  { colorScheme: 'light', contrast: 'more' },
  { colorScheme: 'dark', contrast: 'more' },
] as const

/**
 * What axe finds in each theme. The light one is looked at whole; the others are the same page in other colours, so
 * that only what depends on colours is looked at again. The page must follow the system, as it does at first.
 */
export async function violationsInEveryTheme(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference', reducedMotion: 'reduce' })
  const all = await violations(page)
  for (const theme of themes) {
    await page.emulateMedia(theme)
    await settle(page)
    const axe = new AxeBuilder({ page }).withTags('cat.color')
    const { colorScheme, contrast } = theme
    all.push(...found(await axe.analyze()).map((each) => `${colorScheme}, contrast ${contrast}: ${each}`))
  }
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' })
  return all
}

/** Axe measures colours as they are at this moment, in the middle of a fade if need be. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    'Promise.allSettled(document.getAnimations().filter((each) => each.effect.getTiming().iterations !== Infinity).map((each) => each.finished))',
  )
}

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>

function found({ violations }: Results): string[] {
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
