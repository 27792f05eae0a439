import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { ShownTheme } from '../../helpers/axe.ts'
import { settle } from '../../helpers/settle.ts'

/** Where pictures of every screen go, for whoever wants to look at them; without it none are taken. */
const folder = process.env['STUDIO_PICTURES']

/** A small window, and one at a zoom of 150 %. */
const sizes = [
  { width: 1000, height: 640 },
  { width: 853, height: 533 },
] as const

/** What takes a picture in a theme. */
export function keepPicture(page: Page, name: string): (theme: ShownTheme) => Promise<void> {
  return ({ colorScheme, contrast }) =>
    take(page, `${name}-${colorScheme}${contrast === 'more' ? '-contrast' : ''}`)
}

/** Takes a picture in small windows, where pictures are taken. */
export async function keepSmallPictures(page: Page, name: string): Promise<void> {
  const usual = page.viewportSize()
  if (folder === undefined || !usual) return
  for (const size of sizes) {
    await page.setViewportSize(size)
    await settle(page)
    await take(page, `${name}-${size.width}`)
  }
  await page.setViewportSize(usual)
}

async function take(page: Page, name: string): Promise<void> {
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name.replaceAll(/\W+/g, '-')}.png`), caret: 'hide' })
}
