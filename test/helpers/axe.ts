import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { settle } from './settle.ts'

/** What axe finds, each with the element that it found it on. */
export async function violations(page: Page): Promise<string[]> {
  await settle(page)
  return find(page)
}

/** The themes besides the light one. Text of the usual ones has 4.5 to 1 at least, that of high contrast 7 to 1. */
const themes = [
  { colorScheme: 'dark', contrast: 'no-preference', rule: 'color-contrast' },
  { colorScheme: 'light', contrast: 'more', rule: 'color-contrast-enhanced' },
  { colorScheme: 'dark', contrast: 'more', rule: 'color-contrast-enhanced' },
] as const

/** A theme as a page shows it. */
export type ShownTheme = Pick<(typeof themes)[number], 'contrast'> & {
  readonly colorScheme: 'light' | 'dark'
}

/**
 * What axe finds in each theme. The light one is looked at whole; the others are the same page in other colours, so
 * that only what depends on colours is looked at again. The page must follow the system, as it does at first.
 * `look` is called in each theme.
 */
export async function violationsInEveryTheme(
  page: Page,
  look: (theme: ShownTheme) => Promise<void> = () => Promise.resolve(),
): Promise<string[]> {
  const usual = { colorScheme: 'light', contrast: 'no-preference' } as const
  await page.emulateMedia({ ...usual, reducedMotion: 'reduce' })
  const all = await violations(page)
  await look(usual)
  for (const theme of themes) {
    await showTheme(page, theme)
    const found = await find(page, theme.rule)
    all.push(...found.map((each) => `${theme.colorScheme}, contrast ${theme.contrast}: ${each}`))
    await look(theme)
  }
  await page.emulateMedia(usual)
  return all
}

async function showTheme(page: Page, { colorScheme, contrast }: ShownTheme): Promise<void> {
  await page.emulateMedia({ colorScheme, contrast })
  await page.locator(`html.${colorScheme}${contrast === 'more' ? '.contrast' : ':not(.contrast)'}`).waitFor()
  await settle(page)
}

/**
 * Looks for all that axe knows, or for one rule. The page has no frames, so that axe may run in one go; and what is
 * well done is not described: that would take most of the time.
 */
async function find(page: Page, rule?: string): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({
      resultTypes: ['violations'],
      preload: false,
      ...(rule !== undefined && { runOnly: { type: 'rule', values: [rule] } }),
    })
    .analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
