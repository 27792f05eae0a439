import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Request } from 'playwright-core'
import { openStudio } from '../helpers/open-studio.ts'
import type { BenchRow } from './bench-row.ts'
import { bodyShown, openSession } from './page-session.ts'
import { manyLambdas } from './page-workspace.ts'

const mostKilobytes = 600
const builtPage = join(import.meta.dirname, '..', '..', 'out', 'renderer')

/** What a script weighs on the wire, and when it was asked for. */
interface Script {
  readonly url: string
  readonly kilobytes: number
  readonly askedAt: number
}

/** The scripts that the page loads before it shows its shell, what the editor adds, and what its workers load. */
export async function benchScripts(browser: Browser): Promise<BenchRow[]> {
  const studio = await openStudio(manyLambdas(3))
  const requests = new Map<Request, number>()
  const note = (request: Request): void => void requests.set(request, Date.now())
  const { page, close } = await openSession(browser, studio.address, note)
  const shell = await page.evaluate<number>('probe.shell')
  await bodyShown(page)
  await page.locator('.monaco-editor .mtk1').first().waitFor()
  const scripts = [...requests].filter(([request]) => request.url().endsWith('.js')).map(weigh)
  await close()
  await studio.close()
  const isWorker = ({ url }: Script): boolean => url.includes('worker')
  const sum = (some: readonly Script[]): number => some.reduce((all, { kilobytes }) => all + kilobytes, 0)
  const first = scripts.filter(({ askedAt }) => askedAt < shell)
  const later = scripts.filter(({ askedAt }) => askedAt >= shell)
  return [
    {
      name: 'page: scripts before the first paint, gzipped',
      value: sum(first),
      unit: 'kB',
      limit: mostKilobytes,
    },
    {
      name: 'page: scripts that the editor adds, gzipped',
      value: sum(later.filter((script) => !isWorker(script))),
      unit: 'kB',
    },
    {
      name: "page: scripts of the editor's workers, gzipped",
      value: sum(later.filter(isWorker)),
      unit: 'kB',
    },
  ]
}

function weigh([request, told]: readonly [Request, number]): Script {
  const url = request.url()
  const text = readFileSync(join(builtPage, new URL(url).pathname))
  // For the script of a worker, the browser does not say when it was asked for.
  const { startTime } = request.timing()
  return { url, kilobytes: gzipSync(text).length / 1000, askedAt: startTime > 0 ? startTime : told }
}
