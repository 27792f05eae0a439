import { readFile, writeFile } from 'node:fs/promises'
import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../../../electron/contract/client.ts'
import { toErrorData } from '../../../electron/contract/errors.ts'
import { EventHub } from '../../../electron/contract/event-hub.ts'
import { createMemoryTransport } from '../../../electron/contract/memory-transport.ts'
import type { Transport } from '../../../electron/contract/transport.ts'
import { fileCredentials } from '../../../electron/core/credentials/file-credentials.ts'
import type { Fault } from '../../helpers/fault-proxy.ts'
import { runCli } from '../../helpers/cli.ts'
import { carryOut, startFaultyInstance, type FaultyInstance } from '../../helpers/sync-studio.ts'
import { makeStudio, temporaryFolder } from '../../helpers/workspace-studio.ts'

let faulty: FaultyInstance
let key: string

beforeAll(async () => {
  faulty = await startFaultyInstance(71)
  key = faulty.key('global')
})
afterAll(() => faulty.close())

/** Everything that a face of the studio gets to see, as it crosses to the page. */
function listened(folder: string) {
  const heard: string[] = []
  const hub = new EventHub()
  const credentials = fileCredentials(join(dirname(folder), 'keys', 'credentials.json'))
  const logFolder = join(dirname(folder), 'log')
  const studio = makeStudio({ credentials, logFolder, emit: hub.emit })
  hub.subscribe((event, payload) => heard.push(JSON.stringify([event, payload])))
  const inner = createMemoryTransport(studio.server, hub)
  const transport: Transport = {
    on: (event, listener) => inner.on(event, listener),
    async call(path, args) {
      const result = await inner.call(path, args)
      heard.push(JSON.stringify([path, result]))
      return result
    },
  }
  return { api: createClient(transport), heard, logFolder, close: studio.close }
}

/** A server that repeats all it gets: headers, and so the key. */
const echoes: readonly Fault[] = [401, 400, 404, 500, 503].map((status) => ({
  kind: 'answer',
  status,
  get body() {
    return JSON.stringify({ generalErrors: [{ code: key, message: `Authorization: ${key}` }], key })
  },
}))

const breaks: readonly Fault[] = [
  { kind: 'drop' },
  { kind: 'truncate' },
  { kind: 'answer', status: 302, headers: { Location: 'https://elsewhere.example' } },
  { kind: 'answer', status: 200, body: '<html>', headers: { 'Content-Type': 'text/html' } },
]

test('the key is in no message to the page, no event, no error, no log and no file but its own', async () => {
  const folder = join(temporaryFolder(), 'identity')
  const { api, heard, logFolder, close } = listened(folder)
  await api.workspace.create(folder)
  await api.instances.add({ id: 'dev', name: 'Dev', url: faulty.proxy.url }, key)
  await api.instances.probe('dev')
  await carryOut(api, 'pull')
  const { slug } = await api.lambdas.create({ type: 'JWTPopulate', name: 'New' })
  await carryOut(api, 'push')
  await api.assignments.usage('dev', slug)
  await api.eventLog.read('dev', {})
  const { jobId: following } = await api.eventLog.follow('dev', {})
  await api.groups.list('dev', {})
  await api.users.find('dev', { text: 'a' })
  await api.instances.add({ id: 'prod', name: 'Prod', url: faulty.demo.url }, key)
  await api.sync.planPromotion({ from: 'dev', to: 'prod', slugs: [slug] })
  const [last] = await api.sync.undoable()
  await api.sync.finish((await api.sync.undo(last!.jobId, null)).jobId)
  const thrown: unknown[] = []
  for (const fault of [...echoes, ...breaks]) {
    faulty.proxy.fault = () => fault
    for (const call of [() => api.sync.plan('dev'), () => api.instances.probe('dev')]) {
      await call().catch((failure: unknown) => thrown.push(failure))
    }
  }
  faulty.proxy.reset()
  await api.jobs.cancel(following)
  await api.host.diagnostics()
  await api.instances.setKey('dev', 'another-key').catch((failure: unknown) => thrown.push(failure))
  close()
  expect(thrown.length).toBeGreaterThanOrEqual(echoes.length + breaks.length)
  const log = await readFile(join(logFolder, 'studio.log'), 'utf8')
  expect(log).toContain('call.failed')
  expect(log).not.toContain('call.fault')
  expect(log).not.toContain(key)
  expect(heard.filter((text) => text.includes(key))).toEqual([])
  expect(thrown.map((each) => [String(each), JSON.stringify(toErrorData(each))].join()).join()).not.toContain(
    key,
  )
  const files = globSync(['**/*', '.studio/**/*'], { cwd: folder })
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8').catch(() => '')))
  expect(texts.join('\n').length).toBeGreaterThan(1000)
  expect(texts.filter((text) => text.includes(key))).toEqual([])
}, 60_000)

test('no part of an error holds the key, however deep', async () => {
  const folder = join(temporaryFolder(), 'identity')
  const studio = makeStudio({ credentials: fileCredentials(join(dirname(folder), 'keys.json')) })
  await studio.api.workspace.create(folder)
  await studio.api.instances.add({ id: 'dev', name: 'Dev', url: faulty.proxy.url }, key)
  for (const fault of [...echoes, ...breaks]) {
    faulty.proxy.fault = () => fault
    const failure = await studio.api.sync.plan('dev').catch((thrown: unknown) => thrown)
    expect(failure).toBeInstanceOf(Error)
    expect(everythingIn(failure)).not.toContain(key)
  }
  faulty.proxy.reset()
  studio.close()
}, 60_000)

test('the command line prints the key nowhere', async () => {
  const cwd = temporaryFolder()
  const config = temporaryFolder()
  const env = { XDG_CONFIG_HOME: config, FUSIONAUTH_API_KEY: '' }
  await writeFile(join(cwd, 'studio.json'), '{ "version": 1, "instances": [] }')
  const ends = [
    await runCli(['instance', 'add', 'dev', faulty.proxy.url, '--json'], { cwd, env, stdin: `${key}\n` }),
    await runCli(['instance', 'list'], { cwd, env }),
    await runCli(['instance', 'probe', '--json'], { cwd, env }),
    await runCli(['status', '--json'], { cwd, env }),
    await runCli(['instance', 'add', 'other', faulty.proxy.url], { cwd, env, stdin: `${key} ${key}\n` }),
  ]
  expect(ends.map(({ code }) => code)).toEqual([0, 0, 0, 0, 2])
  expect(ends.map(({ stdout, stderr }) => stdout + stderr).join('\n')).not.toContain(key)
  expect(await readFile(join(cwd, 'studio.json'), 'utf8')).not.toContain(key)
}, 60_000)

/** All text that can be reached from a value: names and values of properties, also hidden ones, and causes. */
function everythingIn(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null || seen.has(value)) return ''
  seen.add(value)
  const keys = Reflect.ownKeys(value)
  return keys.map((name) => `${String(name)} ${everythingIn(Reflect.get(value, name), seen)}`).join('\n')
}
