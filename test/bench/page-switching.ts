import type { Page } from 'playwright-core'
import type { BenchRow } from './bench-row.ts'
import { percentile, timePress } from './page-session.ts'
import { markOf, nameOf } from './page-workspace.ts'

/** All of the type that comes first in the list, so that they are in sight. */
const opened = [3, 7, 11, 15, 19]
const rounds = 20

/** From the press on the tab of another open lambda to the frame in which its text shows. */
export async function benchSwitching(page: Page): Promise<BenchRow[]> {
  for (const number of opened) await show(page, number)
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const number of opened) times.push(await switchTo(page, number))
  }
  return [
    { name: 'page: switching to an open lambda, p50', value: percentile(times, 0.5), unit: 'ms' },
    { name: 'page: switching to an open lambda, p95', value: percentile(times, 0.95), unit: 'ms', limit: 50 },
  ]
}

async function show(page: Page, number: number): Promise<void> {
  await page.getByRole('treeitem', { name: nameOf(number) }).click()
  await page.locator('.view-lines', { hasText: markOf(number).replace('// ', '') }).waitFor()
}

async function switchTo(page: Page, number: number): Promise<number> {
  const tab = (await page.getByRole('tab', { name: nameOf(number) }).boundingBox())!
  await page.mouse.move(tab.x + 20, tab.y + tab.height / 2)
  return timePress(page, 'mousedown', markOf(number), async () => {
    await page.mouse.down()
    await page.mouse.up()
  })
}
