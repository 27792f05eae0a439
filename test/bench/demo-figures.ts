import { startDemo } from '../../electron/demo/start-demo.ts'

/** What one process measured. Times are medians, in milliseconds, over HTTP and with the client's part in them. */
export interface DemoFigures {
  readonly startMs: number
  readonly peakMb: number
  readonly members: number
  readonly firstPageMs: number
  readonly lastPageMs: number
  readonly searchMs: number
}

const users = Number(process.argv[2])
const from = performance.now()
const demo = await startDemo({ port: 0, users, seed: 1 })
const startMs = performance.now() - from

async function ask<T>(path: string, body?: object): Promise<T> {
  const headers = { Authorization: demo.keys[0]?.key ?? '', 'Content-Type': 'application/json' }
  const method = body ? 'POST' : 'GET'
  const response = await fetch(demo.url + path, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  })
  return (await response.json()) as T
}

async function medianMs(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const begin = performance.now()
    await work()
    times.push(performance.now() - begin)
  }
  return times.sort((one, other) => one - other)[Math.floor(runs / 2)] ?? NaN
}

interface MemberPage {
  readonly members: readonly { userId: string }[]
  readonly total: number
}

const { groups } = await ask<{ groups: { id: string }[] }>('/api/group/search?name=Customers')
const groupId = groups[0]?.id ?? ''
const memberPage = (startRow: number): Promise<MemberPage> =>
  ask(`/api/group/member/search?groupId=${groupId}&startRow=${startRow}`)

async function pageWithUsers(startRow: number): Promise<void> {
  const { members } = await memberPage(startRow)
  const ids = members.map(({ userId }) => userId)
  const found = await ask<{ users: unknown[] }>('/api/user/search', { search: { ids } })
  if (found.users.length !== 25) throw new Error(`A page had ${found.users.length} users.`)
}

const { total } = await memberPage(0)
const figures: DemoFigures = {
  startMs,
  members: total,
  firstPageMs: await medianMs(100, () => pageWithUsers(0)),
  lastPageMs: await medianMs(100, () => pageWithUsers(total - 25)),
  searchMs: await medianMs(10, () => ask('/api/user/search?queryString=maria')),
  peakMb: process.resourceUsage().maxRSS / 1024,
}
await demo.close()
process.stdout.write(JSON.stringify(figures))
