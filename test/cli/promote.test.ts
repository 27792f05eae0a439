import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createLambda } from '../../electron/core/instance/lambdas.ts'
import { runCli } from '../helpers/cli.ts'
import { connect } from '../helpers/instance.ts'
import { startFaultyInstance, type FaultyInstance } from '../helpers/sync-studio.ts'
import { temporaryFolder } from '../helpers/workspace-studio.ts'

// Each test starts several processes.
vi.setConfig({ testTimeout: 60_000 })

let dev: FaultyInstance
let prod: FaultyInstance
const cwd = temporaryFolder()
const env = { XDG_CONFIG_HOME: temporaryFolder(), FUSIONAUTH_API_KEY: '' }

beforeAll(async () => {
  dev = await startFaultyInstance(115)
  prod = await startFaultyInstance(116)
  await cli(['instance', 'add', 'dev', dev.proxy.url], dev.key('global'))
  await cli(['instance', 'add', 'prod', prod.proxy.url, '--protection', 'confirm'], prod.key('global'))
  await cli(['pull', '--instance', 'dev'])
  await cli(['new', 'JWTPopulate', 'Fresh'])
  await cli(['push', '--instance', 'dev', '--yes'])
}, 60_000)
afterAll(async () => {
  await dev.close()
  await prod.close()
})

function cli(args: string[], stdin = '') {
  return runCli(args, { cwd, env, stdin })
}

/** As FusionAuth refuses a request for what it holds. */
const refusal = {
  kind: 'answer',
  status: 400,
  body: '{"generalErrors":[{"code":"[invalid]","message":"No such lambda."}]}',
} as const

interface Printed {
  readonly entries: readonly {
    readonly slug: string
    readonly outcome: string
    readonly code: string
    readonly assignments: readonly {
      readonly kind: string
      readonly field: string
      readonly outcome: string
      readonly code: string | null
    }[]
  }[]
}

/** The assignments of a slug's only entry, as they were printed. */
async function assignmentsOf(...args: string[]) {
  const { stdout } = await cli(['promote', 'dev', 'prod', 'userinfo-groups', '--assign', '--json', ...args])
  const { entries } = JSON.parse(stdout) as Printed
  return { code: entries[0]!.code, assignments: entries[0]!.assignments }
}

test('a dry run shows the difference and what would be done, and writes nothing', async () => {
  const changed = 'userinfo-groups'
  await writeFile(join(cwd, 'lambdas', changed, 'lambda.js'), 'function populate(userInfo) {}\n')
  expect((await cli(['push', changed, '--instance', 'dev', '--yes'])).code).toBe(0)
  const text = await cli(['promote', 'dev', 'prod', changed, 'fresh', '--dry-run'])
  expect(text.code).toBe(0)
  expect(text.stdout).toContain(`--- prod/${changed}\n+++ dev/${changed}\n`)
  expect(text.stdout).toMatch(/^\+function populate\(userInfo\) \{\}$/m)
  expect(text.stdout).toMatch(/^change +userinfo-groups +body$/m)
  expect(text.stdout).toMatch(/^create +fresh/m)
  const { entries } = JSON.parse(
    (await cli(['promote', 'dev', 'prod', '--dry-run', '--json'])).stdout,
  ) as Printed
  const codes = new Map(entries.map(({ slug, code }) => [slug, code]))
  expect([codes.get(changed), codes.get('fresh')]).toEqual(['planned', 'planned'])
  expect(entries.every(({ outcome }) => outcome === 'skipped')).toBe(true)
  expect([...codes.values()].filter((code) => code === 'in-step').length).toBe(entries.length - 2)
  expect(prod.proxy.requests.filter(({ method }) => method !== 'GET')).toEqual([])
})

test('a dry run ends with 4 while somebody has to say which lambda is meant', async () => {
  const there = connect(prod.demo.url, prod.key('global'))
  const state = { type: 'JWTPopulate', engineType: 'GraalJS', debug: false, body: '// other\n' } as const
  await createLambda(there, { id: randomUUID(), state: { ...state, name: 'FRESH' } })
  const asked = await cli(['promote', 'dev', 'prod', 'fresh', '--dry-run', '--json'])
  expect(asked.code).toBe(4)
  expect(JSON.parse(asked.stdout)).toMatchObject({ entries: [{ slug: 'fresh', code: 'question' }] })
})

test('a dry run lists the assignments that would change, and the promotion the same ones with what became of them', async () => {
  const headers = { Authorization: prod.key('global'), 'Content-Type': 'application/merge-patch+json' }
  const answer = await fetch(`${prod.demo.url}/api/application`, { headers })
  const { applications } = (await answer.json()) as {
    applications: { id: string; name: string; lambdaConfiguration?: Record<string, string> }[]
  }
  const using = applications.find((each) => each.lambdaConfiguration?.['userinfoPopulateId'] !== undefined)!
  const taken = await fetch(`${prod.demo.url}/api/application/${using.id}`, {
    method: 'PATCH',
    headers,
    body: JSON.stringify({ application: { lambdaConfiguration: { userinfoPopulateId: null } } }),
  })
  expect(taken.status).toBe(200)
  prod.proxy.reset()
  const field = 'application.lambdaConfiguration.userinfoPopulateId'
  const dry = await assignmentsOf('--dry-run')
  expect(dry).toMatchObject({
    code: 'planned',
    assignments: [{ kind: 'matched', field, outcome: 'skipped', code: 'planned' }],
  })
  const text = await cli(['promote', 'dev', 'prod', 'userinfo-groups', '--assign', '--dry-run'])
  expect(text.stdout).toContain(`userinfo-groups  ${field}: application ${using.name}`)
  expect(text.stdout).toMatch(/^assign {2}/m)
  expect(prod.proxy.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  const carried = await assignmentsOf('--confirm', 'prod')
  expect(carried.assignments).toEqual([
    { ...dry.assignments[0], outcome: 'done', code: null, message: expect.any(String) as unknown },
  ])
  const again = await assignmentsOf('--dry-run')
  expect(again).toMatchObject({
    code: 'in-step',
    assignments: [{ field, outcome: 'skipped', code: 'in-step' }],
  })
})

test('an assignment that the instance refuses ends with 1, and tells that the text was promoted', async () => {
  const slug = 'userinfo-groups'
  await writeFile(join(cwd, 'lambdas', slug, 'lambda.js'), '// next\nfunction populate(userInfo) {}\n')
  expect((await cli(['push', slug, '--instance', 'dev', '--yes'])).code).toBe(0)
  const headers = { Authorization: prod.key('global') }
  const { applications } = (await (await fetch(`${prod.demo.url}/api/application`, { headers })).json()) as {
    applications: { id: string; lambdaConfiguration?: Record<string, string> }[]
  }
  const using = applications.find((each) => each.lambdaConfiguration?.['userinfoPopulateId'] !== undefined)!
  await fetch(`${prod.demo.url}/api/application/${using.id}`, {
    method: 'PATCH',
    headers: { ...headers, 'Content-Type': 'application/merge-patch+json' },
    body: JSON.stringify({ application: { lambdaConfiguration: { userinfoPopulateId: null } } }),
  })
  prod.proxy.fault = ({ method, path }) =>
    method === 'PATCH' && path.startsWith('/api/application') ? refusal : undefined
  const end = await cli(['promote', 'dev', 'prod', slug, '--assign', '--confirm', 'prod', '--json'])
  prod.proxy.reset()
  expect(end.code).toBe(1)
  expect(JSON.parse(end.stdout)).toMatchObject({
    entries: [
      {
        outcome: 'failed',
        code: 'instance-answered-400',
        message: expect.stringMatching(
          /^It was promoted, and not assigned at .*No such lambda\.$/,
        ) as unknown,
        assignments: [{ outcome: 'failed', code: 'instance-answered-400' }],
      },
    ],
  })
  const done = await assignmentsOf('--confirm', 'prod')
  expect(done).toMatchObject({ code: null, assignments: [{ outcome: 'done', code: null }] })
})

test('a lambda that the other instance refuses ends with 1, and one that it cannot answer for with 3', async () => {
  const slug = 'userinfo-groups'
  await writeFile(join(cwd, 'lambdas', slug, 'lambda.js'), '// last\nfunction populate(userInfo) {}\n')
  expect((await cli(['push', slug, '--instance', 'dev', '--yes'])).code).toBe(0)
  const promote = () => cli(['promote', 'dev', 'prod', slug, '--confirm', 'prod', '--json'])
  const isWrite = ({ method }: { readonly method: string }) => method !== 'GET'
  prod.proxy.fault = (request) => (isWrite(request) ? refusal : undefined)
  expect((await promote()).code).toBe(1)
  prod.proxy.fault = (request) => (isWrite(request) ? { kind: 'answer', status: 500 } : undefined)
  expect((await promote()).code).toBe(3)
  prod.proxy.reset()
  expect((await promote()).code).toBe(0)
})

test('where a promoted lambda is not assigned although it is on the first instance is told', async () => {
  const lost = 'Only here'
  const { applications } = (await (
    await fetch(`${dev.demo.url}/api/application`, { headers: { Authorization: dev.key('global') } })
  ).json()) as { applications: { id: string; lambdaConfiguration?: { userinfoPopulateId?: string } }[] }
  const { id } = applications.find((each) => each.lambdaConfiguration?.userinfoPopulateId !== undefined)!
  const renamed = await fetch(`${dev.demo.url}/api/application/${id}`, {
    method: 'PATCH',
    headers: { Authorization: dev.key('global'), 'Content-Type': 'application/merge-patch+json' },
    body: JSON.stringify({ application: { name: lost } }),
  })
  expect(renamed.status).toBe(200)
  const promoted = await cli(['promote', 'dev', 'prod', 'userinfo-groups', '--assign', '--confirm', 'prod'])
  expect(promoted.code).toBe(0)
  expect(promoted.stdout).toMatch(/^not assigned +userinfo-groups .*there is no application Only here$/m)
})
