import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { startDemo, type Demo } from '../../../electron/demo/start-demo.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-data-'))
  file = join(folder, 'world.jsonl')
})

async function withDemo<T>(options: object, use: (demo: Demo) => Promise<T>): Promise<T> {
  const demo = await startDemo({ port: 0, users: 25, data: file, ...options })
  try {
    return await use(demo)
  } finally {
    await demo.close()
  }
}

async function ask(demo: Demo, method: string, path: string, body?: object): Promise<unknown> {
  const headers = { Authorization: demo.keys[0]!.key, 'Content-Type': 'application/json' }
  const response = await fetch(demo.url + path, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  expect(response.status).toBe(200)
  return text === '' ? undefined : JSON.parse(text)
}

/** Everything that can be asked for, as one value. */
async function everything(demo: Demo): Promise<unknown> {
  const lists = ['lambda', 'group', 'application', 'tenant', 'identity-provider', 'connector']
  const searches = [
    'user/search?numberOfResults=1000',
    'group/member/search?numberOfResults=5000',
    'system/event-log/search?numberOfResults=99',
  ]
  return Promise.all([...lists, ...searches].map((path) => ask(demo, 'GET', `/api/${path}`)))
}

describe('a data file', () => {
  test('keeps the world and its keys across starts', async () => {
    const lambda = { name: 'Kept', type: 'LoginValidation', body: 'function validate() {}\n// 日本' }
    const before = await withDemo({}, async (demo) => {
      await ask(demo, 'POST', '/api/lambda', { lambda })
      const [user] = ((await ask(demo, 'GET', '/api/user/search')) as { users: { id: string }[] }).users
      await ask(demo, 'DELETE', `/api/user/${user!.id}?hardDelete=true`)
      return { keys: demo.keys, world: await everything(demo) }
    })
    await withDemo({ users: 3, seed: 99 }, async (demo) => {
      expect(demo.keys).toEqual(before.keys)
      expect(await everything(demo)).toEqual(before.world)
    })
  })

  test('is written before the first change, for the owner alone, with nothing left beside it', async () => {
    await withDemo({}, () => {
      expect(existsSync(file)).toBe(true)
      return Promise.resolve()
    })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['world.jsonl'])
  })

  test('is written soon after a change, without a stop', async () => {
    await withDemo({}, async (demo) => {
      const lambda = { name: 'Soon', type: 'LoginValidation', body: 'x' }
      await ask(demo, 'POST', '/api/lambda', { lambda })
      await expect.poll(() => readFileSync(file, 'utf8'), { timeout: 5000 }).toContain('"Soon"')
    })
  })

  test.each([
    ['an empty file', () => '', 'empty'],
    ['another file', () => '{"name":"package"}\n', 'not a data file'],
    ['a file of a later version', () => '{"format":"lambda-studio demo","version":2}\n', 'version 2'],
    ['a file without a tenant', () => '{"format":"lambda-studio demo","version":1}\n', 'no tenant'],
    ['a cut file', (good: string) => good.slice(0, good.indexOf('"group"') + 40), 'damaged'],
    [
      'a file with a lambda of no type',
      (good: string) => good.replace('"type":"JWTPopulate"', '"type":"None"'),
      'look at "type"',
    ],
    [
      'a file whose members have lost their users',
      (good: string) => good.replaceAll(/^\["user".*\n/gm, ''),
      'not there',
    ],
  ])('that is %s is refused and left as it is', async (_name, spoil, reason) => {
    await withDemo({}, () => Promise.resolve())
    const spoilt = spoil(readFileSync(file, 'utf8'))
    writeFileSync(file, spoilt)
    const start = startDemo({ port: 0, data: file })
    await expect(start).rejects.toMatchObject({ name: 'StudioError', code: 'demo-data-unreadable' })
    await expect(start).rejects.toThrow(reason)
    expect(readFileSync(file, 'utf8')).toBe(spoilt)
  })

  test('that is a folder is refused', async () => {
    mkdirSync(file)
    await expect(startDemo({ port: 0, data: file })).rejects.toMatchObject({ code: 'demo-data-unreadable' })
  })

  test('in a folder that is not there is refused, and the port is free again', async () => {
    const data = join(folder, 'missing', 'world.jsonl')
    await expect(startDemo({ port: 0, users: 1, data })).rejects.toMatchObject({
      code: 'demo-data-unwritable',
    })
  })

  test('that cannot be written any more is told, and the server goes on', async () => {
    const faults: unknown[] = []
    const inner = join(folder, 'inner')
    mkdirSync(inner)
    const demo = await startDemo({
      port: 0,
      users: 2,
      data: join(inner, 'world.jsonl'),
      reportFault: (fault) => faults.push(fault),
    })
    rmSync(inner, { recursive: true })
    await ask(demo, 'POST', '/api/lambda', { lambda: { name: 'Lost', type: 'JWTPopulate', body: 'x' } })
    await expect.poll(() => faults, { timeout: 5000 }).toMatchObject([{ code: 'demo-data-unwritable' }])
    await ask(demo, 'GET', '/api/lambda')
    await expect(demo.close()).rejects.toMatchObject({ code: 'demo-data-unwritable' })
  })
})
