import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { StudioApi } from '../../../electron/contract/api.ts'
import { deleteLambda, listLambdas, replaceLambda } from '../../../electron/core/instance/lambdas.ts'
import { connect } from '../../helpers/instance.ts'
import { FaultProxy, type Fault, type SeenRequest } from '../../helpers/fault-proxy.ts'
import {
  addInstance,
  apply,
  carryOut,
  kindsOf,
  openSyncStudio,
  orderOf,
  outcomesOf,
  startFaultyInstance,
  type FaultyInstance,
  type SyncStudio,
} from '../../helpers/sync-studio.ts'

vi.setConfig({ testTimeout: 60_000 })

let faulty: FaultyInstance
let studio: SyncStudio

beforeAll(async () => {
  faulty = await startFaultyInstance(31)
  const other = connect(faulty.demo.url, faulty.key('global'))
  // Only what a test makes is there, apart from what is in use.
  for (const { id } of await listLambdas(other)) await deleteLambda(other, id).catch(() => undefined)
})
beforeEach(async () => {
  faulty.proxy.reset()
  studio = await openSyncStudio()
  await addInstance(studio, faulty.proxy.url, faulty.key('global'))
  await carryOut(studio.api, 'pull')
})
afterEach(() => studio.close())
afterAll(() => faulty.close())

const body = 'function populate(jwt, user, registration) {}\n'

async function create(api: StudioApi, name: string, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await api.lambdas.create({ type: 'JWTPopulate', name: `${name} ${number}`, body })
  }
}

async function changeAll(api: StudioApi, name: string, added: string): Promise<void> {
  for (const lambda of (await api.lambdas.list()).lambdas) {
    if (lambda.name.startsWith(name)) await api.lambdas.save(lambda.slug, { body: `${body}// ${added}\n` })
  }
}

async function bodiesThere(name: string): Promise<readonly string[]> {
  const lambdas = await listLambdas(connect(faulty.demo.url, faulty.key('global')))
  return lambdas.filter(({ state }) => state.name.startsWith(name)).map((each) => each.state.body)
}

function isWrite({ method }: SeenRequest): boolean {
  return method !== 'GET'
}

test.each<[string, Fault]>([
  ['the connection drops before the write', { kind: 'drop' }],
  ['the answer is lost after the write happened', { kind: 'lose-answer' }],
  ['the answer breaks off after the write happened', { kind: 'drop-halfway' }],
  ['the answer is cut short after the write happened', { kind: 'truncate' }],
  ['the instance answers 500', { kind: 'answer', status: 500 }],
  [
    'a page comes instead',
    { kind: 'answer', status: 200, body: '<html>', headers: { 'Content-Type': 'text/html' } },
  ],
  ['it asks to slow down', { kind: 'answer', status: 429, headers: { 'Retry-After': '0' } }],
  ['the instance is not available', { kind: 'answer', status: 503, headers: { 'Retry-After': '0' } }],
])('each first write is recovered from when %s', async (name, fault) => {
  const label = `Once ${name.replaceAll(' ', '-')}`
  await create(studio.api, label, 4)
  const written = new Set<string>()
  faulty.proxy.fault = (request) => {
    const isFirst = isWrite(request) && !written.has(request.path)
    written.add(request.path)
    return isFirst ? fault : undefined
  }
  expect(outcomesOf(await carryOut(studio.api, 'push'))).toEqual({ done: 4 })
  expect(await bodiesThere(label)).toEqual([body, body, body, body])
  written.clear()
  await changeAll(studio.api, label, 'again')
  expect(outcomesOf(await carryOut(studio.api, 'push'))).toEqual({ done: 4 })
  expect(await bodiesThere(label)).toEqual(Array(4).fill(`${body}// again\n`))
})

test.each<[string, Fault, string]>([
  ['refuses the key', { kind: 'answer', status: 401 }, 'key-refused'],
  ['knows no such endpoint', { kind: 'answer', status: 404 }, 'instance-answered-404'],
  ['fails', { kind: 'answer', status: 500 }, 'instance-answered-500'],
  ['drops every write', { kind: 'drop' }, 'instance-dropped'],
  [
    'asks to slow down',
    { kind: 'answer', status: 429, headers: { 'Retry-After': '0' } },
    'instance-answered-429',
  ],
  [
    'is not available',
    { kind: 'answer', status: 503, headers: { 'Retry-After': '0' } },
    'instance-answered-503',
  ],
  ['refuses what it is sent', { kind: 'answer', status: 400 }, 'instance-answered-400'],
  [
    'sends a page',
    { kind: 'answer', status: 200, body: '<html>', headers: { 'Content-Type': 'text/html' } },
    'instance-not-fusionauth',
  ],
  [
    'sends elsewhere',
    { kind: 'answer', status: 302, headers: { Location: 'https://elsewhere.example' } },
    'instance-redirected',
  ],
])('every entry has its code when the instance %s, and a later push finishes', async (name, fault, code) => {
  const label = `Never ${name.replaceAll(' ', '-')}`
  await create(studio.api, label, 3)
  faulty.proxy.fault = (request) => (isWrite(request) ? fault : undefined)
  expect(outcomesOf(await carryOut(studio.api, 'push'))).toEqual({ [`failed ${code}`]: 3 })
  expect(await bodiesThere(label)).toEqual([])
  faulty.proxy.fault = () => undefined
  expect(outcomesOf(await carryOut(studio.api, 'push'))).toEqual({ done: 3 })
  expect(await bodiesThere(label)).toEqual([body, body, body])
})

test.each<[string, Fault, string]>([
  ['refuses the key', { kind: 'answer', status: 401 }, 'key-refused'],
  ['fails', { kind: 'answer', status: 500 }, 'instance-answered-500'],
  ['drops the connection', { kind: 'drop' }, 'instance-dropped'],
  ['breaks off its answer', { kind: 'drop-halfway' }, 'instance-dropped'],
  ['cuts its answer short', { kind: 'truncate' }, 'instance-answer-broken'],
  [
    'sends a page',
    { kind: 'answer', status: 200, body: '<html>', headers: { 'Content-Type': 'text/html' } },
    'instance-not-fusionauth',
  ],
  [
    'sends elsewhere',
    { kind: 'answer', status: 302, headers: { Location: 'https://elsewhere.example' } },
    'instance-redirected',
  ],
])(
  'nothing is pulled where the instance %s after the plan, and a later pull finishes',
  async (_, fault, code) => {
    const fresh = await openSyncStudio()
    await addInstance(fresh, faulty.proxy.url, faulty.key('global'))
    const { entries } = await fresh.api.sync.plan('dev')
    expect(entries.length).toBeGreaterThan(3)
    faulty.proxy.fault = () => fault
    const report = await apply(
      fresh.api,
      entries.map((entry) => orderOf(entry, 'pull')),
    )
    expect(outcomesOf(report)).toEqual({ [`failed ${code}`]: entries.length })
    expect((await fresh.api.lambdas.list()).lambdas).toEqual([])
    expect(await readdir(join(fresh.folder, 'lambdas')).catch(() => [])).toEqual([])
    faulty.proxy.fault = () => undefined
    expect(outcomesOf(await carryOut(fresh.api, 'pull'))).toEqual({ done: entries.length })
    fresh.close()
  },
)

test('an instance that goes away in the middle leaves the rest to the next run', async () => {
  await create(studio.api, 'Away', 30)
  let writes = 0
  faulty.proxy.fault = (request) => {
    if (isWrite(request)) writes++
    return writes > 10 ? { kind: 'drop' } : undefined
  }
  const report = await carryOut(studio.api, 'push')
  const { done = 0, 'failed instance-dropped': failed = 0, ...others } = outcomesOf(report)
  expect(others).toEqual({})
  expect(done + failed).toBe(30)
  expect(failed).toBeGreaterThan(0)
  faulty.proxy.fault = () => undefined
  await carryOut(studio.api, 'push')
  expect((await bodiesThere('Away')).length).toBe(30)
  expect(new Set((await studio.api.sync.plan('dev')).entries.map(({ kind }) => kind))).toEqual(
    new Set(['same']),
  )
})

test('a push that cannot be read back says so of every entry, and can be taken back', async () => {
  await create(studio.api, 'Unread', 4)
  let writes = 0
  faulty.proxy.fault = (request) => {
    if (isWrite(request)) writes++
    return writes === 4 && !isWrite(request) ? { kind: 'drop' } : undefined
  }
  const report = await carryOut(studio.api, 'push')
  expect(report).toMatchObject({ state: 'failed', error: { code: 'instance-dropped' }, undoable: true })
  expect(outcomesOf(report)).toEqual({ done: 4 })
  for (const { message } of report.results) expect(message).toContain('could not be read back')
  faulty.proxy.fault = () => undefined
  const { jobId } = await studio.api.sync.undo(report.jobId, null)
  expect(outcomesOf(await studio.api.sync.finish(jobId))).toEqual({ done: 4 })
  expect(await bodiesThere('Unread')).toEqual([])
})

test('a push that reads back something else says so of that entry alone', async () => {
  await create(studio.api, 'Overtaken', 4)
  const other = connect(faulty.demo.url, faulty.key('global'))
  let writes = 0
  faulty.proxy.before = async (request) => {
    if (isWrite(request)) writes++
    else if (writes === 4) {
      writes++
      const [first] = (await listLambdas(other)).filter(({ state }) => state.name.startsWith('Overtaken'))
      await replaceLambda(other, { id: first!.id, state: { ...first!.state, body: `${body}// theirs` } })
    }
  }
  const report = await carryOut(studio.api, 'push')
  expect(outcomesOf(report)).toEqual({ done: 3, 'failed read-back-differs': 1 })
  expect((await bodiesThere('Overtaken')).filter((text) => text.endsWith('theirs'))).toHaveLength(1)
})

test('an instance that is shut down in the middle refuses the rest, and a later push finishes', async () => {
  await create(studio.api, 'Refused', 30)
  // An instance of its own, at a port that nobody listens on any more.
  const own = await FaultProxy.start(faulty.demo.url)
  await studio.api.instances.edit('dev', { url: own.url })
  await studio.api.instances.setKey('dev', faulty.key('global'))
  let writes = 0
  own.before = (request) => {
    if (isWrite(request) && ++writes === 5) void own.close()
  }
  const report = await carryOut(studio.api, 'push')
  const { done = 0, ...failed } = outcomesOf(report)
  expect(Object.keys(failed).length).toBeGreaterThan(0)
  for (const end of Object.keys(failed)) expect(end).toMatch(/^failed instance-(unreachable|dropped)$/)
  expect(report.results.every(({ message }) => message.length > 0)).toBe(true)
  await studio.api.instances.edit('dev', { url: faulty.proxy.url })
  await studio.api.instances.setKey('dev', faulty.key('global'))
  expect(done).toBeLessThan(30)
  await carryOut(studio.api, 'push')
  expect((await bodiesThere('Refused')).length).toBe(30)
})

test('a cancelled push tells what was done and what was not', async () => {
  await create(studio.api, 'Cancelled', 60)
  faulty.proxy.delayMs = 5
  const { entries } = await studio.api.sync.plan('dev')
  const order = entries.flatMap(({ slug, id, seen, kind }) =>
    kind === 'create-remote' ? [{ slug, id, seen, action: 'push' as const }] : [],
  )
  const { jobId } = await studio.api.sync.apply({ instance: 'dev', entries: order })
  let writes = 0
  faulty.proxy.before = (request) => {
    if (isWrite(request) && ++writes === 20) void studio.api.jobs.cancel(jobId)
  }
  const report = await studio.api.sync.finish(jobId)
  expect(report.state).toBe('cancelled')
  const { done, 'skipped cancelled': left } = outcomesOf(report)
  expect(done! + left!).toBe(60)
  expect(left).toBeGreaterThan(0)
  expect((await bodiesThere('Cancelled')).length).toBe(done)
})

test('two studios that push at once write over nothing of each other', async () => {
  await create(studio.api, 'Shared', 40)
  await carryOut(studio.api, 'push')
  const second = await openSyncStudio()
  await addInstance(second, faulty.proxy.url, faulty.key('global'))
  await carryOut(second.api, 'pull')
  await changeAll(studio.api, 'Shared', 'first')
  await changeAll(second.api, 'Shared', 'second')
  const [one, two] = await Promise.all([carryOut(studio.api, 'push'), carryOut(second.api, 'push')])
  const wonBy = (report: typeof one) =>
    report.results.filter(({ outcome, action }) => outcome === 'done' && action === 'push').length
  expect(wonBy(one) + wonBy(two)).toBe(40)
  const there = await bodiesThere('Shared')
  expect(there.filter((text) => text.includes('first')).length).toBe(wonBy(one))
  expect(there.filter((text) => text.includes('second')).length).toBe(wonBy(two))
  for (const { results } of [one, two]) {
    const codes = results.filter(({ outcome }) => outcome !== 'done').map(({ code }) => code)
    expect(codes).toEqual(codes.map(() => 'conflict'))
  }
  second.close()
})

const cli = join(import.meta.dirname, '..', '..', '..', 'electron', 'cli', 'main.ts')

function pushInProcess(killAfter: number | null): Promise<{ code: number | null; stdout: string }> {
  return cliInProcess('push', killAfter)
}

/** Runs the command line until it ends, or kills it when so many writes were seen. */
async function cliInProcess(
  command: 'push' | 'undo',
  killAfter: number | null,
): Promise<{ code: number | null; stdout: string }> {
  const env = {
    ...process.env,
    FUSIONAUTH_API_KEY: faulty.key('global'),
    XDG_CONFIG_HOME: dirname(studio.credentialsFile),
  }
  const child = spawn(process.execPath, [cli, command, '--yes', '--json'], { cwd: studio.folder, env })
  let writes = 0
  faulty.proxy.before = (request) => {
    if (isWrite(request) && ++writes === killAfter) child.kill('SIGKILL')
  }
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout })))
}

test('a push of 200 that is killed in its middle is finished by the next one', async () => {
  await create(studio.api, 'Killed', 200)
  await pushInProcess(90)
  const before = (await bodiesThere('Killed')).length
  expect(before).toBeGreaterThan(60)
  expect(before).toBeLessThan(200)
  const { code, stdout } = await pushInProcess(null)
  expect(code).toBe(0)
  const { entries } = JSON.parse(stdout) as {
    entries: { name: string; outcome: string; code: string | null }[]
  }
  const mine = entries.filter(({ name }) => name.startsWith('Killed'))
  expect(mine.every(({ outcome, code: why }) => outcome === 'done' || why === 'in-step')).toBe(true)
  expect((await bodiesThere('Killed')).length).toBe(200)
  expect(Object.keys(await kindsOf(studio.api))).toEqual(['same'])

  await changeAll(studio.api, 'Killed', 'changed')
  await pushInProcess(90)
  expect((await pushInProcess(null)).code).toBe(0)
  expect(await bodiesThere('Killed')).toEqual(Array(200).fill(`${body}// changed\n`))
  expect(Object.keys(await kindsOf(studio.api))).toEqual(['same'])
}, 120_000)

test('what a killed push of 200 did is taken back, even where the undo is killed too', async () => {
  await create(studio.api, 'Back', 200)
  expect((await pushInProcess(null)).code).toBe(0)
  await changeAll(studio.api, 'Back', 'changed')
  await pushInProcess(90)
  const changed = (await bodiesThere('Back')).filter((text) => text.includes('changed'))
  expect(changed.length).toBeGreaterThan(40)
  expect(changed.length).toBeLessThan(200)
  await cliInProcess('undo', 20)
  expect((await bodiesThere('Back')).filter((text) => text.includes('changed')).length).toBeGreaterThan(0)
  const { code, stdout } = await cliInProcess('undo', null)
  expect(code).toBe(0)
  const { entries } = JSON.parse(stdout) as { entries: { outcome: string }[] }
  expect(entries.length).toBeGreaterThanOrEqual(changed.length)
  expect(await bodiesThere('Back')).toEqual(Array(200).fill(body))
  // What is in the workspace is as it was: still changed, and ready to be pushed.
  const mine = (await studio.api.sync.plan('dev')).entries.filter(({ name }) => name.startsWith('Back'))
  expect(mine.map(({ kind }) => kind)).toEqual(Array(200).fill('push'))
}, 120_000)

test('what a killed push created is deleted again, and can be pushed anew', async () => {
  await create(studio.api, 'New', 60)
  await pushInProcess(30)
  expect((await bodiesThere('New')).length).toBeGreaterThan(0)
  expect((await cliInProcess('undo', null)).code).toBe(0)
  expect(await bodiesThere('New')).toEqual([])
  expect((await pushInProcess(null)).code).toBe(0)
  expect((await bodiesThere('New')).length).toBe(60)
}, 60_000)

test('an order that was carried out already is done at once, and writes nothing', async () => {
  await create(studio.api, 'Twice', 1)
  const { entries } = await studio.api.sync.plan('dev')
  const { slug, id, seen } = entries.find(({ name }) => name === 'Twice 1')!
  const order = { instance: 'dev', entries: [{ slug, id, seen, action: 'push' as const }] }
  const first = await studio.api.sync.apply(order)
  const { results } = await studio.api.sync.finish(first.jobId)
  faulty.proxy.requests.length = 0
  const again = await studio.api.sync.apply({
    ...order,
    entries: [{ ...order.entries[0]!, id: results[0]!.id }],
  })
  expect(outcomesOf(await studio.api.sync.finish(again.jobId))).toEqual({ done: 1 })
  expect(faulty.proxy.requests.filter(isWrite)).toEqual([])
  expect(await readFile(join(studio.folder, 'lambdas', slug!, 'lambda.js'), 'utf8')).toBe(body)
})
