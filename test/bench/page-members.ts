import type { Browser, CDPSession, Page } from 'playwright-core'
import { directoryPages } from '../helpers/directory-pages.ts'
import type { BenchRow } from './bench-row.ts'
import { heapMegabytes, percentile, probeInto, watchWhile } from './page-session.ts'

const users = 200_000
const rowPixels = 44
const frameMs = 1000 / 60
/** The pages that are kept come to a few megabytes and the rest is work in hand; all members would be a hundred. */
const mostGrownMegabytes = 30

/** A group of more than 100,000 members of the embedded instance, scrolled from its top to its end. */
export async function benchMembers(browser: Browser): Promise<BenchRow[]> {
  const pages = await directoryPages({ users })
  try {
    const { page } = await pages.open(browser, 'Groups')
    await page.getByRole('button', { name: /^Customers/ }).click()
    await page.getByRole('row').nth(1).getByRole('checkbox').waitFor()
    const cdp = await probeInto(page)
    return [...(await benchSweep(page, cdp)), ...(await benchFrames(page))]
  } finally {
    await pages.close()
  }
}

/** A thousand rows at a time, with a stop at each to have them read, and a look at the heap at each tenth. */
async function benchSweep(page: Page, cdp: CDPSession): Promise<BenchRow[]> {
  const table = page.getByRole('table', { name: 'Members' })
  const members = Number(await table.getAttribute('aria-rowcount')) - 1
  const before = await heapMegabytes(cdp)
  let most = 0
  let ended = false
  for (let stop = 1; !ended; stop += 1) {
    ended = await page.evaluate<boolean>(`probe.scrollOn(${rowPixels * 100}, 10)`)
    await table.getByRole('checkbox').first().waitFor()
    if (stop % 10 === 0 || ended) most = Math.max(most, await heapMegabytes(cdp))
  }
  return [
    { name: 'page: members scrolled from top to end', value: members, unit: 'members' },
    { name: 'page: heap at the top, after a collection', value: before, unit: 'MB' },
    {
      name: 'page: most growth of the heap on the way to the end',
      value: most - before,
      unit: 'MB',
      limit: mostGrownMegabytes,
    },
  ]
}

/** As a wheel scrolls: sixty pixels with each frame, for five seconds. */
async function benchFrames(page: Page): Promise<BenchRow[]> {
  await page.evaluate('probe.scrollOn(-1e9, 1)')
  const { frames, longTasks } = await watchWhile(page, () => page.evaluate('probe.scrollOn(60, 300)'))
  const name = 'page: scrolling members'
  return [
    { name: `${name}, frame to frame, p50`, value: percentile(frames, 0.5), unit: 'ms' },
    {
      name: `${name}, frame to frame, p95`,
      value: percentile(frames, 0.95),
      unit: 'ms',
      limit: frameMs * 1.1,
    },
    { name: `${name}, tasks over 50 ms`, value: longTasks.length, unit: 'tasks' },
  ]
}
