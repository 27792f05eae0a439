import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { runCli, type CliEnd } from '../helpers/cli.ts'
import { startFaultyInstance, type FaultyInstance } from '../helpers/sync-studio.ts'
import { temporaryFolder } from '../helpers/workspace-studio.ts'

// Each test starts several processes.
vi.setConfig({ testTimeout: 60_000 })

let faulty: FaultyInstance
let cwd: string
let config: string

beforeAll(async () => {
  faulty = await startFaultyInstance(113)
})
afterAll(() => faulty.close())
beforeEach(() => {
  faulty.proxy.reset()
  cwd = temporaryFolder()
  config = temporaryFolder()
})

function cli(args: string[], stdin = ''): Promise<CliEnd> {
  return runCli(args, { cwd, env: { XDG_CONFIG_HOME: config, FUSIONAUTH_API_KEY: '' }, stdin })
}

interface Printed {
  readonly exit: number | null
  readonly error?: { readonly code: string; readonly message: string }
  readonly entries?: readonly { readonly slug: string; readonly outcome: string }[]
  readonly failures?: readonly {
    readonly slug: string
    readonly problems: readonly { readonly code: string }[]
  }[]
}

async function json(...args: string[]): Promise<Printed> {
  const { stdout, code } = await cli([...args, '--json'])
  return { ...(JSON.parse(stdout) as Printed), exit: code }
}

async function add(id: string, ...more: string[]): Promise<CliEnd> {
  return cli(['instance', 'add', id, faulty.proxy.url, ...more], faulty.key('global'))
}

test('the first instance makes an empty folder a workspace, and what cannot be added does not', async () => {
  for (const wrong of [['dev'], ['Dev', faulty.proxy.url], ['dev', 'ftp://there'], ['dev', 'there']]) {
    const { code, stderr } = await cli(['instance', 'add', ...wrong], faulty.key('global'))
    expect([wrong, code, stderr]).toEqual([wrong, 2, expect.not.stringMatching(/undefined|\.\./)])
  }
  expect(await readdir(cwd)).toEqual([])
  expect(await add('dev')).toMatchObject({ code: 0, stderr: expect.stringContaining('workspace') as string })
  expect(await readdir(cwd)).toEqual(['studio.json'])
  expect(await json('pull')).toMatchObject({ exit: 0 })
  expect((await readdir(join(cwd, 'lambdas'))).length).toBeGreaterThan(3)
})

test('an edit changes what it names and nothing else, and another address needs the key anew', async () => {
  await add('dev', '--name', 'Dev', '--color', 'blue')
  expect(await json('instance', 'edit', 'dev', '--protection', 'read-only', '--name', 'Development')).toEqual(
    {
      exit: 0,
      id: 'dev',
      name: 'Development',
      url: faulty.proxy.url,
      tenantId: null,
      protection: 'read-only',
      color: 'blue',
      hasKey: true,
    },
  )
  const tenant = 'be815a96-e654-42bb-a826-6bcd9ba9488b'
  expect(await json('instance', 'edit', 'dev', '--tenant', tenant)).toMatchObject({ tenantId: tenant })
  expect(await json('instance', 'edit', 'dev', '--no-tenant')).toMatchObject({ tenantId: null })
  expect(await json('instance', 'edit', 'dev', '--url', faulty.demo.url)).toMatchObject({ hasKey: false })
  expect(await json('instance', 'edit', 'dev')).toMatchObject({ exit: 2, error: { code: 'wrong-usage' } })
  expect(await json('instance', 'edit', 'dev', '--url', 'there')).toMatchObject({
    exit: 2,
    error: { code: 'address-unusable' },
  })
  expect(await json('instance', 'edit', 'prod', '--name', 'P')).toMatchObject({
    exit: 2,
    error: { code: 'unknown-instance' },
  })
})

test('a plan goes nowhere else than it was made for, and does nothing else', async () => {
  await add('dev')
  await add('prod')
  await cli(['new', 'JWTPopulate', 'Planned'])
  expect(await json('push', 'planned', '--instance', 'dev', '--plan', 'plan.json')).toMatchObject({ exit: 0 })
  for (const option of [['--instance', 'prod'], ['--delete'], ['--overwrite'], ['--plan', 'other.json']]) {
    const refused = await json('push', 'plan.json', '--yes', ...option)
    expect(refused).toMatchObject({ exit: 2, error: { code: 'wrong-usage' } })
    expect(refused.error!.message).toContain(option.join(' ').replace(/ other.*/, ''))
  }
  expect(faulty.proxy.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  expect(await json('push', 'plan.json', '--instance', 'dev', '--yes')).toMatchObject({
    exit: 0,
    entries: [{ slug: 'planned', outcome: 'done' }],
  })
})

test('what holds a push or a promotion back is told with its place', async () => {
  await add('dev')
  await cli(['new', 'JWTPopulate', 'Old engine'])
  const settings = join(cwd, 'lambdas', 'old-engine', 'lambda.json')
  await writeFile(settings, (await readFile(settings, 'utf8')).replace('GraalJS', 'Nashorn'))
  const body = join(cwd, 'lambdas', 'old-engine', 'lambda.js')
  await writeFile(body, 'function populate(jwt, user, registration) {\n  const one = 1\n}\n')
  const push = ['push', 'old-engine', '--yes']
  const held = await cli(push)
  expect(held.code).toBe(1)
  expect(held.stdout).toMatch(
    /^error lambdas\/old-engine\/lambda\.js:1:1 {2}FusionAuth 1\.69\.0 has no Nashorn/m,
  )
  expect(held.stdout).toMatch(/^error lambdas\/old-engine\/lambda\.js:2:3 {2}Const needs ECMAScript 2015/m)
  const { failures } = await json(...push)
  expect(failures).toMatchObject([{ slug: 'old-engine', failedCases: ['example'] }])
  expect(failures![0]!.problems.map(({ code }) => code)).toEqual(['nashorn', 'language-level'])
  expect(await json(...push, '--force')).toMatchObject({ exit: 0, failures: [] })

  const prod = await startFaultyInstance(114)
  await cli(['instance', 'add', 'prod', prod.proxy.url], prod.key('global'))
  const promote = ['promote', 'dev', 'prod', 'old-engine', '--yes']
  const promoted = await cli(promote)
  expect(promoted.code).toBe(1)
  expect(promoted.stdout).toMatch(/^error dev\/old-engine\/lambda\.js:2:3 {2}Const needs ECMAScript 2015/m)
  expect(await json(...promote)).toMatchObject({ exit: 1, failures: [{ slug: 'old-engine' }] })
  expect(prod.proxy.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  await prod.close()
})
