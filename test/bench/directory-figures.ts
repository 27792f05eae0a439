import type { StudioApi } from '../../electron/contract/api.ts'
import type { Group } from '../../electron/contract/models/directory-group.ts'
import type { MemberEntry } from '../../electron/contract/models/directory-member.ts'
import { openWorkspace } from '../helpers/workspace-studio.ts'

/** What one process measured of pages and changes; times in milliseconds. */
export interface ChangeFigures {
  readonly members: number
  readonly pageRequests: number
  readonly pageMs: number
  readonly lastPageMs: number
  readonly added: number
  readonly addMs: number
  readonly singleMs: number
  /** A group that the users were added to. */
  readonly groupId: string
}

/** What one process measured of a lambda over a group. */
export interface RunFigures {
  readonly ran: number
  readonly runMs: number
  /** Time of the processor that the studio itself took, without the sandbox and the demo. */
  readonly ownMs: number
}

const count = 10_000
/** Times that a list is added, each time to another group. */
const rounds = 3

const [url = '', groupId] = process.argv.slice(2)
const key = process.env['DEMO_KEY'] ?? ''
let requests = 0
const { api, close } = await openWorkspace({
  fetch: (request, init) => {
    requests += 1
    return fetch(request, init)
  },
  credentials: {
    get: () => Promise.resolve(key),
    has: () => Promise.resolve(true),
    set: () => Promise.resolve(),
    remove: () => Promise.resolve(),
  },
})
await api.instances.add({ id: 'demo', name: 'Demo', url }, null)
const { groups } = await api.groups.list('demo', { name: 'Customers' })
const figures =
  groupId === undefined ? await changeFigures(groups[0]!) : await runFigures(groups[0]!, groupId)
close()
process.stdout.write(JSON.stringify(figures))

async function changeFigures(customers: Group): Promise<ChangeFigures> {
  const page = (startRow: number) => api.members.list('demo', { groupId: customers.id, startRow })
  const { total } = await page(0)
  requests = 0
  const [pageMs] = await timed(() => page(0))
  const pageRequests = requests
  const [lastPageMs] = await timed(() => page(total - 100))
  const entries = await entriesFrom(api, customers.id)
  const addTimes: number[] = []
  const singleTimes: number[] = []
  let added = 0
  let group = customers
  for (let round = 0; round < rounds; round += 1) {
    group = await api.groups.create('demo', { name: `Bench ${round}`, tenantId: customers.tenantId! })
    const [ms, end] = await timed(() => add(group.id, entries))
    addTimes.push(ms)
    added = end.totals.done
    singleTimes.push(await singleRequests(`Singles ${round}`, customers.tenantId!, entries))
  }
  const [addMs, singleMs] = [median(addTimes), median(singleTimes)]
  return { members: total, pageRequests, pageMs, lastPageMs, added, addMs, singleMs, groupId: group.id }
}

async function add(group: string, entries: MemberEntry[]) {
  const { jobId } = await api.members.add({ instance: 'demo', groupId: group, entries })
  return api.members.finish(jobId)
}

async function runFigures(customers: Group, members: string): Promise<RunFigures> {
  const body = `function populate(jwt, user, registration) {
    jwt.name = user.fullName
    jwt.roles = registration ? registration.roles : []
    if (user.data && user.data.plan) jwt.plan = user.data.plan
  }`
  const before = process.cpuUsage()
  const [runMs, end] = await timed(async () => {
    const { jobId } = await api.members.run({
      instance: 'demo',
      groupId: members,
      applicationId: Object.keys(customers.roles)[0] ?? null,
      run: { type: 'JWTPopulate', body },
    })
    return api.members.finishRun(jobId)
  })
  const { user, system } = process.cpuUsage(before)
  return { ran: end.outcomes.completed ?? 0, runMs, ownMs: (user + system) / 1000 }
}

async function entriesFrom(studio: StudioApi, group: string): Promise<MemberEntry[]> {
  const entries: MemberEntry[] = []
  while (entries.length < count) {
    const query = { groupId: group, startRow: entries.length, numberOfResults: 500 }
    const { members } = await studio.members.list('demo', query)
    entries.push(...members.map(({ userId }) => ({ user: userId })))
  }
  return entries
}

/** How long one request for each user takes, one after the other: measured with a tenth of them. */
async function singleRequests(
  name: string,
  tenantId: string,
  entries: readonly MemberEntry[],
): Promise<number> {
  const headers = {
    Authorization: key,
    'Content-Type': 'application/json',
    'X-FusionAuth-TenantId': tenantId,
  }
  const post = async (path: string, value: object): Promise<{ group: { id: string } }> => {
    const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(value) })
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    return (await response.json()) as { group: { id: string } }
  }
  const { group } = await post('/api/group', { group: { name } })
  const [ms] = await timed(async () => {
    for (const { user } of entries.slice(0, count / 10)) {
      await post('/api/group/member', { members: { [group.id]: [{ userId: user }] } })
    }
  })
  return ms * 10
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const from = performance.now()
  const result = await work()
  return [performance.now() - from, result]
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN
}
