import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { readPng, writeIndexedPng } from './png.ts'
import { reduceColours } from './reduce-colours.ts'

/** Where the pictures of the documents are. */
export const imagesFolder = join(import.meta.dirname, '..', '..', '..', 'docs', 'images')

/** Takes what the page shows in both themes, usual or of high contrast, once every fade has ended. */
export async function takePictures(
  page: Page,
  name: string,
  contrast: 'no-preference' | 'more' = 'no-preference',
): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, contrast, reducedMotion: 'reduce' })
    await page.locator(`html.${theme}${contrast === 'more' ? '.contrast' : ':not(.contrast)'}`).waitFor()
    await settle(page)
    const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
    writeFileSync(
      join(imagesFolder, `${name}-${theme}.png`),
      writeIndexedPng(reduceColours(readPng(picture))),
    )
  }
}

/** Waits for fades, and for the colours of code; what turns for ever is not waited for. */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(720, 895)
  await page.evaluate(`Promise.allSettled(
    document.getAnimations()
      .filter((animation) => animation.effect.getTiming().iterations !== Infinity)
      .map((animation) => animation.finished),
  )`)
  await page.evaluate(`new Promise((resolve) => {
    const isColoured = (editor) => !editor.querySelector('.mtk1') || editor.querySelector('[class*=mtk]:not(.mtk1)')
    const look = () => [...document.querySelectorAll('.monaco-editor')].every(isColoured) ? resolve() : requestAnimationFrame(look)
    look()
  })`)
}
