import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, CDPSession, Page, Request } from 'playwright-core'

const probe = join(import.meta.dirname, 'page-probe.js')

/** What the probe watched; all in milliseconds. */
export interface Watched {
  /** From each key press to the end of the next frame. */
  readonly keys: readonly number[]
  /** From each frame to the next. */
  readonly frames: readonly number[]
  /** Tasks of more than 50 ms that held up the page. */
  readonly longTasks: readonly number[]
}

/** A page with the probe in it, in a browser that has nothing of it in its cache. */
export interface PageSession {
  readonly page: Page
  readonly cdp: CDPSession
  readonly close: () => Promise<void>
}

export async function openSession(
  browser: Browser,
  address: string,
  onRequest: (request: Request) => void = () => undefined,
): Promise<PageSession> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  context.on('request', onRequest)
  const page = await context.newPage()
  await page.addInitScript({ path: probe })
  await page.goto(address, { waitUntil: 'commit' })
  const cdp = await context.newCDPSession(page)
  return { page, cdp, close: () => context.close() }
}

/** Puts the probe into a page that is open already. */
export async function probeInto(page: Page): Promise<CDPSession> {
  await page.evaluate(await readFile(probe, 'utf8'))
  return page.context().newCDPSession(page)
}

/** Resolves in the first frame that shows a body, and answers when that was. */
export function bodyShown(page: Page): Promise<number> {
  return page.evaluate<number>('probe.body')
}

/** Watches the page while something is done to it. */
export async function watchWhile(page: Page, work: () => Promise<unknown>): Promise<Watched> {
  await page.evaluate('probe.watch()')
  await work()
  return page.evaluate<Watched>('probe.seen()')
}

/** Milliseconds from a press to the frame in which the editor shows a text because of it. */
export async function timePress(
  page: Page,
  event: 'keydown' | 'mousedown',
  text: string,
  press: () => Promise<void>,
): Promise<number> {
  // The listener has to be there before the press, which takes a shorter way into the page.
  await page.evaluate(`probe.timePress('${event}', ${JSON.stringify(text)})`)
  await press()
  return page.evaluate<number>('probe.timed()')
}

/** JavaScript heap of the page in MB, after its garbage was collected twice: weak references take a second look. */
export async function heapMegabytes(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return usedSize / 1_000_000
}

/** The smallest value that so much of all of them, such as 0.95, are at most (the nearest rank). */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? NaN
}
