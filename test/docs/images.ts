import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../helpers/browser.ts'
import { openStudio } from '../helpers/open-studio.ts'
import { setup } from '../e2e/build-once.ts'
import { clientOf } from './images/page-client.ts'
import { emptyFolder, fillWorkspace, startProduction } from './images/sample-workspace.ts'
import { screens } from './images/screens.ts'
import { imagesFolder, takePictures } from './images/take.ts'

// Takes every picture of the documents: the real studio with its embedded instance, in a real Chromium.
setup()
mkdirSync(imagesFolder, { recursive: true })
const production = await startProduction()
const studio = await openStudio(emptyFolder())
const browser = await launchBrowser()

try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(studio.address)
  await page.getByRole('textbox', { name: 'Folder' }).fill('/home/ingrid/identity')
  await takePictures(page, 'welcome')
  await takeTour(page)
  await fillWorkspace(clientOf(page), production)
  await page.reload()
  await page.getByRole('treeitem').first().waitFor()
  for (const [name, reach] of screens) {
    await reach(page)
    await takePictures(page, name)
    if (name === 'lambda') await takePictures(page, 'high-contrast', 'more')
    process.stderr.write(`${name}\n`)
  }
} finally {
  await browser.close()
  await studio.close()
  await production.close()
}

/** The first step of the tour, which the sample workspace starts with. */
async function takeTour(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Folder' }).fill(join(emptyFolder(), 'identity'))
  await page.getByRole('button', { name: 'Create with samples' }).click()
  await page.locator('[data-tour-here]').waitFor()
  await page.locator('.monaco-editor .view-line').first().waitFor()
  await takePictures(page, 'tour')
  await page.getByRole('button', { name: 'Leave the tour' }).click()
}
