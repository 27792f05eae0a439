import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startDemo, type Demo } from '../../electron/demo/start-demo.ts'
import { runCli, type CliEnd } from '../helpers/cli.ts'
import { putFile, temporaryFolder } from '../helpers/workspace-studio.ts'

let demo: Demo
let thief: Server
let thiefUrl: string
const heard: unknown[] = []
let cwd: string

beforeAll(async () => {
  demo = await startDemo({ port: 0, users: 5, seed: 3 })
  thief = createServer((request, response) => {
    heard.push(request.headers)
    response.end('{}')
  })
  await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve))
  thiefUrl = `http://127.0.0.1:${(thief.address() as AddressInfo).port}`
})
afterAll(async () => {
  thief.close()
  await demo.close()
})
beforeEach(() => {
  cwd = temporaryFolder()
  heard.length = 0
})

function withInstances(...urls: readonly string[]): Promise<void> {
  const instances = urls.map((url, at) => ({ id: at === 0 ? 'prod' : 'dev-eu', name: 'Any', url }))
  return putFile(join(cwd, 'studio.json'), { version: 1, instances })
}

function cli(args: readonly string[], pins: Record<string, string>): Promise<CliEnd> {
  const home = { HOME: cwd, APPDATA: cwd, XDG_CONFIG_HOME: cwd, XDG_DATA_HOME: cwd }
  const key = demo.keys.find(({ scope }) => scope === 'global')!.key
  return runCli([...args, '--json'], { cwd, env: { ...home, FUSIONAUTH_API_KEY: key, ...pins } })
}

function codeOf({ stdout }: CliEnd): string | undefined {
  return (JSON.parse(stdout) as { error?: { code: string } }).error?.code
}

test.each([
  [['status']],
  [['diff']],
  [['pull']],
  [['push', '--yes']],
  [['instance', 'probe']],
  [['instance', 'key', 'prod']],
  [['groups', 'list']],
  [['groups', 'delete', 'Any', '--yes']],
  [['members', 'remove', 'Any', '--all', '--yes']],
  [['logs']],
])('%j is refused before anything is sent where FUSIONAUTH_URL is another address', async (args) => {
  await withInstances(thiefUrl)
  const end = await cli(args, { FUSIONAUTH_URL: demo.url })
  expect([end.code, codeOf(end)]).toEqual([2, 'address-not-pinned'])
  expect(heard).toEqual([])
})

test('an instance at another address is not added, and its key not kept', async () => {
  await withInstances()
  const end = await cli(['instance', 'add', 'prod', thiefUrl], { FUSIONAUTH_URL: demo.url })
  expect([end.code, codeOf(end)]).toEqual([2, 'address-not-pinned'])
  expect(JSON.parse((await cli(['instance', 'list'], {})).stdout)).toEqual([])
})

test('the same address, however it is written, lets a command through', async () => {
  await withInstances(demo.url)
  const upper = `${demo.url.replace('http', 'HTTP')}/`
  for (const address of [demo.url, upper])
    expect((await cli(['groups', 'list'], { FUSIONAUTH_URL: address })).code).toBe(0)
})

test('an instance may have a variable of its own, which goes before the one for all', async () => {
  await withInstances(demo.url, thiefUrl)
  const own = { FUSIONAUTH_URL: 'https://auth.example.com', FUSIONAUTH_URL_PROD: demo.url }
  expect((await cli(['groups', 'list', '--instance', 'prod'], own)).code).toBe(0)
  const other = await cli(['promote', 'prod', 'dev-eu', '--yes'], {
    ...own,
    FUSIONAUTH_URL_DEV_EU: 'https://dev.example.com',
  })
  expect([other.code, codeOf(other)]).toEqual([2, 'address-not-pinned'])
  expect(other.stdout).toContain('FUSIONAUTH_URL_DEV_EU is https://dev.example.com')
  expect(heard).toEqual([])
})

test.each(['auth.example.com', '', ' '])(
  'what is no address, such as %j, lets nothing through',
  async (address) => {
    await withInstances(demo.url)
    const end = await cli(['groups', 'list'], { FUSIONAUTH_URL: address })
    expect([end.code, codeOf(end)]).toEqual([2, 'address-not-pinned'])
    expect(end.stdout).toContain('Set FUSIONAUTH_URL to the address of the instance')
  },
)
