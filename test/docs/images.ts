import { mkdirSync } from 'node:fs'
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
  await fillWorkspace(clientOf(page), production)
  await page.reload()
  await page.getByRole('treeitem').first().waitFor()
  for (const [name, reach] of screens) {
    await reach(page)
    await takePictures(page, name)
    process.stderr.write(`${name}\n`)
  }
} finally {
  await browser.close()
  await studio.close()
  await production.close()
}
