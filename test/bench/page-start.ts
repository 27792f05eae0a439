import type { Browser, Page } from 'playwright-core'
import { openStudio } from '../helpers/open-studio.ts'
import type { BenchRow } from './bench-row.ts'
import { openSession, percentile, timePress } from './page-session.ts'
import { manyLambdas } from './page-workspace.ts'

const rounds = 5

interface StartTimes {
  readonly served: number
  readonly shell: number
  readonly body: number
}

/** From the start of the host's process to a page whose editor shows a lambda and takes keys; nothing is cached. */
export async function benchStart(browser: Browser): Promise<BenchRow[]> {
  return [
    ...startRows('few lambdas', await startTimes(browser, manyLambdas(3))),
    ...startRows('1,000 lambdas', await startTimes(browser, manyLambdas(1_000))),
  ]
}

function startRows(what: string, times: readonly StartTimes[]): BenchRow[] {
  const median = (of: keyof StartTimes): number =>
    percentile(
      times.map((each) => each[of]),
      0.5,
    )
  return [
    { name: `page: start with ${what}, to an address`, value: median('served'), unit: 'ms' },
    { name: `page: start with ${what}, to the list of lambdas`, value: median('shell'), unit: 'ms' },
    {
      name: `page: start with ${what}, to the lambda in its editor`,
      value: median('body'),
      unit: 'ms',
      limit: 1500,
    },
  ]
}

async function startTimes(browser: Browser, folder: string): Promise<StartTimes[]> {
  const times: StartTimes[] = []
  // The first one warms the disk.
  for (let round = 0; round <= rounds; round += 1) times.push(await startOnce(browser, folder))
  return times.slice(1)
}

async function startOnce(browser: Browser, folder: string): Promise<StartTimes> {
  const from = Date.now()
  const studio = await openStudio(folder)
  const served = Date.now() - from
  const { page, close } = await openSession(browser, studio.address)
  const [shell, body] = await page.evaluate<[number, number]>('Promise.all([probe.shell, probe.body])')
  await typeOneKey(page)
  await close()
  await studio.close()
  return { served, shell: shell - from, body: body - from }
}

/** Ends only where the editor that shows takes keys. */
async function typeOneKey(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /^Body of/ }).focus()
  await timePress(page, 'keydown', '~', () => page.keyboard.press('~'))
}
