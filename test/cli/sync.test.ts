import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  createLambda,
  deleteLambda,
  listLambdas,
  readLambda,
  replaceLambda,
} from '../../electron/core/instance/lambdas.ts'
import { runCli, type CliEnd } from '../helpers/cli.ts'
import { connect } from '../helpers/instance.ts'
import { startFaultyInstance, type FaultyInstance } from '../helpers/sync-studio.ts'
import { eventually, temporaryFolder } from '../helpers/workspace-studio.ts'

// Each test starts several processes.
vi.setConfig({ testTimeout: 60_000 })

let faulty: FaultyInstance
let cwd: string
let config: string

beforeAll(async () => {
  faulty = await startFaultyInstance(111)
})
afterAll(() => faulty.close())
beforeEach(async () => {
  faulty.proxy.reset()
  cwd = temporaryFolder()
  config = temporaryFolder()
  await writeFile(join(cwd, 'studio.json'), '{ "version": 1, "instances": [] }')
  const added = await cli(['instance', 'add', 'dev', '--url', faulty.proxy.url, '--name', 'Dev'], {
    stdin: faulty.key('global'),
  })
  expect(added.code).toBe(0)
})

function cli(
  args: string[],
  options: { stdin?: string; env?: Record<string, string> } = {},
): Promise<CliEnd> {
  const env = { XDG_CONFIG_HOME: config, FUSIONAUTH_API_KEY: '', ...options.env }
  return runCli(args, { cwd, env, stdin: options.stdin ?? '' })
}

interface Printed {
  readonly instance: string
  readonly entries: readonly {
    slug: string
    id: string
    kind: string
    reason: string
    outcome: string
    code: string | null
  }[]
  readonly error?: { code: string }
}

async function json(
  args: string[],
  options?: Parameters<typeof cli>[1],
): Promise<Printed & { exit: number | null }> {
  const { stdout, code } = await cli([...args, '--json'], options)
  return { ...(JSON.parse(stdout) as Printed), exit: code }
}

const other = () => connect(faulty.demo.url, faulty.key('global'))

/** A pulled workspace with one lambda changed here. */
async function changedHere(): Promise<{ slug: string; id: string; file: string }> {
  await cli(['pull'])
  const { entries } = await json(['status'])
  const { slug, id } = entries[0]!
  const file = join(cwd, 'lambdas', slug, 'lambda.js')
  await appendFile(file, `\n// ${Math.random()}\n`)
  return { slug, id, file }
}

test('status, pull and push tell each lambda, and end with 0', async () => {
  const before = await json(['status'])
  expect(before).toMatchObject({ instance: 'dev', exit: 0 })
  expect(new Set(before.entries.map(({ kind }) => kind))).toEqual(new Set(['create-local']))
  const pulled = await json(['pull'])
  expect(pulled.exit).toBe(0)
  expect(pulled.entries.every(({ outcome, code }) => outcome === 'done' && code === null)).toBe(true)
  const { slug, file } = await changedHere()
  const pushed = await json(['push', slug, '--yes'])
  expect(pushed).toMatchObject({
    exit: 0,
    entries: [{ slug, kind: 'push', reason: 'changed-here', outcome: 'done' }],
  })
  const { id } = pushed.entries[0]!
  expect((await readLambda(other(), id))?.state.body).toBe(await readFile(file, 'utf8'))
  expect((await cli(['status'])).stdout).toMatch(/(\d+) of \1 lambdas in step with Dev\./)
  expect((await json(['undo', '--yes'])).entries).toMatchObject([{ slug, outcome: 'done' }])
})

test('a push that cannot be read back tells what was done, and ends with 3', async () => {
  const { slug } = await changedHere()
  let isPushed = false
  faulty.proxy.fault = ({ method }) => {
    isPushed ||= method === 'PATCH'
    return isPushed && method === 'GET' ? { kind: 'answer', status: 403 } : undefined
  }
  const { exit, entries, error } = await json(['push', slug, '--yes'])
  expect([exit, error?.code]).toEqual([3, 'instance-answered-403'])
  expect(entries).toMatchObject([{ slug, kind: 'push', outcome: 'done', code: null }])
  faulty.proxy.reset()
  expect((await json(['undo', '--yes'])).entries).toMatchObject([{ slug, outcome: 'done' }])
})

test('a push that nobody can be asked about is refused, and nothing is written', async () => {
  await changedHere()
  const { code, stderr } = await cli(['push'])
  expect(code).toBe(2)
  expect(stderr).toContain('--yes')
  expect(faulty.proxy.requests.filter(({ method }) => method !== 'GET')).toEqual([])
})

test('a protected instance wants its name, and --yes is not enough', async () => {
  const { slug } = await changedHere()
  const file = join(cwd, 'studio.json')
  await writeFile(file, (await readFile(file, 'utf8')).replace('"none"', '"confirm"'))
  expect(await json(['push', slug, '--yes'])).toMatchObject({
    exit: 2,
    error: { code: 'confirmation-missing' },
  })
  expect(await json(['push', slug, '--confirm', 'dev'])).toMatchObject({
    exit: 2,
    error: { code: 'protected-confirm' },
  })
  expect(await json(['push', slug, '--confirm', 'Dev'])).toMatchObject({ exit: 0 })
  await writeFile(file, (await readFile(file, 'utf8')).replace('"confirm"', '"read-only"'))
  await appendFile(join(cwd, 'lambdas', slug, 'lambda.js'), '// more\n')
  expect(await json(['push', slug, '--yes'])).toMatchObject({
    exit: 2,
    error: { code: 'protected-read-only' },
  })
})

test('diff shows the lines of both sides', async () => {
  const { slug } = await changedHere()
  const { stdout } = await cli(['diff', slug])
  expect(stdout).toMatch(new RegExp(`^--- dev/${slug}\n\\+\\+\\+ workspace/${slug}\n`))
  expect(stdout).toMatch(/^\+\/\/ 0\./m)
})

test('diff reads the instance as often for many lambdas as for one', async () => {
  await cli(['pull'])
  const { entries } = await json(['status'])
  const lambdas = entries.map(({ slug }) => slug)
  for (const slug of lambdas) await appendFile(join(cwd, 'lambdas', slug, 'lambda.js'), '// and more\n')
  faulty.proxy.requests.length = 0
  const found = await json(['diff'])
  expect(found.entries.map(({ slug }) => slug).toSorted()).toEqual(lambdas.toSorted())
  expect(lambdas.length).toBeGreaterThan(2)
  expect(faulty.proxy.requests).toHaveLength(2)
})

describe('a conflict', () => {
  test('is left alone, ends with 4, and is settled by naming it', async () => {
    const { slug, id, file } = await changedHere()
    const { state } = (await readLambda(other(), id))!
    await replaceLambda(other(), { id, state: { ...state, body: `// theirs\n${state.body}` } })
    expect(await json(['status'])).toMatchObject({ exit: 4 })
    for (const command of [['pull'], ['push', '--yes']]) {
      const { exit, entries } = await json(command)
      expect(exit).toBe(4)
      expect(entries.find((entry) => entry.slug === slug)).toMatchObject({
        kind: 'conflict',
        reason: 'changed-on-both-sides',
        outcome: 'skipped',
        code: 'conflict',
      })
    }
    expect(await json(['push', '--overwrite', '--yes'])).toMatchObject({
      exit: 2,
      error: { code: 'wrong-usage' },
    })
    expect(await json(['push', slug, '--overwrite', '--yes'])).toMatchObject({ exit: 0 })
    expect((await readLambda(other(), id))?.state.body).toBe(await readFile(file, 'utf8'))
  })
})

describe('a plan in a file', () => {
  test('is carried out exactly, and refused once anything changed', async () => {
    const { slug, id } = await changedHere()
    const planned = await json(['push', '--plan', 'plan.json'])
    expect(planned.exit).toBe(0)
    expect(faulty.proxy.requests.filter(({ method }) => method !== 'GET')).toEqual([])
    const pushed = await json(['push', 'plan.json', '--yes'])
    expect(pushed.exit).toBe(0)
    expect(pushed.entries.find((entry) => entry.slug === slug)).toMatchObject({ outcome: 'done' })

    await appendFile(join(cwd, 'lambdas', slug, 'lambda.js'), '// again\n')
    await cli(['push', '--plan', 'plan.json'])
    const { state } = (await readLambda(other(), id))!
    await replaceLambda(other(), { id, state: { ...state, debug: !state.debug } })
    expect(await json(['push', 'plan.json', '--yes'])).toMatchObject({
      exit: 4,
      error: { code: 'conflict-plan-outdated' },
    })
    expect((await readLambda(other(), id))?.state.body).toBe(state.body)
  })
})

test('deletions are carried out with --delete alone', async () => {
  await cli(['pull'])
  await cli(['new', 'JWTPopulate', 'Short lived'])
  const { entries } = await json(['push', 'short-lived', '--yes'])
  const { id } = entries[0]!
  await rm(join(cwd, 'lambdas', 'short-lived'), { recursive: true })
  const kept = await json(['push', '--yes'])
  expect(kept.exit).toBe(0)
  expect(kept.entries.find((entry) => entry.id === id)).toMatchObject({
    kind: 'delete-remote',
    outcome: 'skipped',
    code: 'delete-not-asked',
  })
  expect(await readLambda(other(), id)).not.toBeNull()
  expect(await json(['push', '--yes', '--delete'])).toMatchObject({ exit: 0 })
  expect(await readLambda(other(), id)).toBeNull()
})

test('failing checks stop a push with 1, unless it is forced', async () => {
  await cli(['pull'])
  await cli(['new', 'JWTPopulate', 'Broken'])
  await writeFile(join(cwd, 'lambdas', 'broken', 'lambda.js'), 'function (')
  expect(await json(['push', '--yes'])).toMatchObject({ exit: 1 })
  const forced = await json(['push', '--yes', '--force'])
  expect(forced.exit).toBe(0)
  const { id } = forced.entries.find(({ slug }) => slug === 'broken')!
  await deleteLambda(other(), id)
})

test('an instance that is away or refuses the key ends with 3', async () => {
  expect(await json(['status'], { env: { FUSIONAUTH_API_KEY: 'wrong' } })).toMatchObject({
    exit: 3,
    error: { code: 'key-refused' },
  })
  expect(await json(['status'], { env: { FUSIONAUTH_API_KEY_DEV: 'wrong' } })).toMatchObject({ exit: 3 })
  await cli(['instance', 'add', 'gone', 'http://127.0.0.1:1', '--no-key'])
  expect(await json(['status', '--instance', 'gone'])).toMatchObject({
    exit: 3,
    error: { code: 'key-missing' },
  })
  expect(await json(['instance', 'probe', 'gone'])).toMatchObject({ exit: 3 })
  expect(await json(['status'])).toMatchObject({ exit: 2, error: { code: 'wrong-usage' } })
  expect(await json(['status', '--instance', 'nope'])).toMatchObject({
    exit: 2,
    error: { code: 'unknown-instance' },
  })
})

test('a lambda that the instance refuses ends with 1, also beside others that are pushed', async () => {
  const { slug, id } = await changedHere()
  const { entries } = await json(['status'])
  const other = entries.find((entry) => entry.slug !== slug)!.slug
  await appendFile(join(cwd, 'lambdas', other, 'lambda.js'), `\n// ${Math.random()}\n`)
  faulty.proxy.fault = ({ method, path }) =>
    method !== 'GET' && path.endsWith(id)
      ? {
          kind: 'answer',
          status: 400,
          body: '{"fieldErrors":{"lambda.body":[{"code":"[invalid]lambda.body","message":"Not that."}]}}',
        }
      : undefined
  const pushed = await json(['push', slug, other, '--yes'])
  expect(pushed.exit).toBe(1)
  const ends = new Map(pushed.entries.map((entry) => [entry.slug, [entry.outcome, entry.code]]))
  expect([ends.get(slug), ends.get(other)]).toEqual([
    ['failed', 'instance-answered-400'],
    ['done', null],
  ])
  faulty.proxy.reset()
  expect((await json(['push', slug, '--yes'])).exit).toBe(0)
})

test('a pull that the instance refuses ends with 1, and one that it cannot answer with 3', async () => {
  faulty.proxy.fault = () => ({ kind: 'answer', status: 400 })
  expect(await json(['pull'])).toMatchObject({ exit: 1, error: { code: 'instance-answered-400' } })
  faulty.proxy.fault = () => ({ kind: 'answer', status: 403 })
  expect(await json(['pull'])).toMatchObject({ exit: 3, error: { code: 'instance-answered-403' } })
})

test('usage and logs tell of one lambda', async () => {
  await cli(['pull'])
  const lambdas = await listLambdas(other())
  const { entries } = await json(['status'])
  const slug = entries.find(
    ({ id }) => id === lambdas.find(({ state }) => state.type === 'LoginValidation')!.id,
  )!.slug
  expect(await json(['usage', slug])).toMatchObject({ exit: 0, slug, instance: 'dev' })
  expect((await cli(['usage', slug])).stdout).toContain('tenant')
  const log = await cli(['logs', slug, '--limit', '1', '--json'])
  expect(JSON.parse(log.stdout)).toMatchObject({
    instance: 'dev',
    runs: [{ lambdaName: expect.any(String) as string }],
  })
})

test('logs are followed until Ctrl+C, and a failure ends that with its code', async () => {
  const env = { ...process.env, XDG_CONFIG_HOME: config, NO_COLOR: '1', FUSIONAUTH_API_KEY: '' }
  const entry = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'main.ts')
  const child = spawn(process.execPath, [entry, 'logs', '--follow'], { cwd, env })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  const searches = () => faulty.proxy.answered.filter(({ path }) => path.includes('event-log')).length
  await eventually(() => searches() >= 3, 'following begins')
  const message = 'Lambda invocation result:\n\nId: 4f5d0b1e-9c3a-4b43-8e55-0a8f6f0c1a11\nName: Mine\n\nseen'
  const log = { id: 99_001, insertInstant: Date.now(), message, type: 'Debug' }
  const body = JSON.stringify({ eventLogs: [log], total: 1 })
  faulty.proxy.fault = () => ({ kind: 'answer', status: 200, body })
  await eventually(() => text.includes('seen'), 'the new entry is printed')
  const closed = once(child, 'close')
  child.kill('SIGINT')
  expect(await closed).toEqual([0, null])
  faulty.proxy.fault = () => ({ kind: 'answer', status: 401 })
  const refused = await cli(['logs', '--follow'])
  expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining('refused the API key')])
})

test('promote tells what it did, asks where it is unsure, and ends with 4 until it is answered', async () => {
  const prod = await startFaultyInstance(112)
  await cli(['pull'])
  await cli(['instance', 'add', 'prod', prod.proxy.url, '--name', 'Prod'], { stdin: prod.key('global') })
  const { entries } = await json(['status', '--instance', 'dev'])
  const { slug } = entries[0]!
  await appendFile(join(cwd, 'lambdas', slug, 'lambda.js'), '// promoted\n')
  await cli(['push', '--instance', 'dev', '--yes'])
  const promoted = await json(['promote', 'dev', 'prod', slug, '--yes'])
  expect(promoted).toMatchObject({ exit: 0, entries: [{ slug, outcome: 'done' }] })
  expect(await json(['promote', 'dev', 'prod', slug, '--yes'])).toMatchObject({
    exit: 0,
    entries: [{ code: 'in-step' }],
  })
  const { state } = (await listLambdas(connect(prod.demo.url, prod.key('global')))).find((each) =>
    each.state.body.endsWith('// promoted\n'),
  )!
  expect(state.type).toBe('JWTPopulate')

  await cli(['new', 'JWTPopulate', 'Asked about'])
  await cli(['push', '--instance', 'dev', '--yes'])
  const there = connect(prod.demo.url, prod.key('global'))
  await createLambda(there, { id: randomUUID(), state: { ...state, name: 'ASKED about' } })
  const asked = ['promote', 'dev', 'prod', 'asked-about', '--yes']
  expect(await json(asked)).toMatchObject({ exit: 4, entries: [{ outcome: 'skipped', code: 'question' }] })
  expect(await json([...asked, '--map', 'asked-about=new'])).toMatchObject({
    exit: 0,
    entries: [{ outcome: 'done' }],
  })
  await prod.close()
})
