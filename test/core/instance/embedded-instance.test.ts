import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startDemo, type Demo } from '../../../electron/demo/start-demo.ts'
import { openSyncStudio, type SyncStudio } from '../../helpers/sync-studio.ts'
import { temporaryFolder } from '../../helpers/workspace-studio.ts'

let demo: Demo
let studio: SyncStudio
let starts: number

beforeEach(async () => {
  demo = await startDemo({ port: 0, users: 5, seed: 3 })
  starts = 0
  studio = await openSyncStudio({
    embedded: {
      start: () => {
        starts++
        return Promise.resolve({ url: demo.url, key: demo.keys[0]!.key, tenantId: demo.tenantId })
      },
    },
  })
})
afterEach(async () => {
  studio.close()
  await demo.close()
})

test('a new workspace has the embedded instance under the name Demo, ready to be used', async () => {
  await studio.api.workspace.create(join(temporaryFolder(), 'new'))
  expect(await studio.api.instances.list()).toMatchObject([
    { id: 'demo', name: 'Demo', url: demo.url, hasKey: true },
  ])
  expect(await studio.api.instances.probe('demo')).toMatchObject({ outcome: 'ready' })
})

test('its key is nowhere in the workspace', async () => {
  const { folder } = await studio.api.workspace.create(join(temporaryFolder(), 'new'))
  expect(readFileSync(join(folder, 'studio.json'), 'utf8')).not.toContain(demo.keys[0]!.key)
})

test('a workspace that has it finds it again where it serves now', async () => {
  const folder = join(temporaryFolder(), 'moved')
  await studio.api.workspace.create(folder)
  const file = join(folder, 'studio.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace(demo.url, 'http://127.0.0.1:1'))
  await studio.api.workspace.open(folder)
  expect(await studio.api.instances.probe('demo')).toMatchObject({ outcome: 'ready', url: demo.url })
})

test('a workspace without it is left as it is, and nothing is started', async () => {
  const folder = temporaryFolder()
  const text = '{"version":1,"ecmaVersion":2021,"instances":[]}'
  writeFileSync(join(folder, 'studio.json'), text)
  starts = 0
  await studio.api.workspace.open(folder)
  expect(starts).toBe(0)
  expect(readFileSync(join(folder, 'studio.json'), 'utf8')).toBe(text)
})

test("somebody's server that is called demo is not taken for it", async () => {
  const folder = temporaryFolder()
  const instances = [{ id: 'demo', name: 'Ours', url: 'https://login.example.com' }]
  writeFileSync(join(folder, 'studio.json'), JSON.stringify({ version: 1, ecmaVersion: 2021, instances }))
  starts = 0
  await studio.api.workspace.open(folder)
  expect(starts).toBe(0)
  expect(await studio.api.instances.list()).toMatchObject([
    { url: 'https://login.example.com', hasKey: false },
  ])
})

test("somebody's server on this machine keeps its address and its key", async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'studio.json'), '{"version":1,"ecmaVersion":2021,"instances":[]}')
  await studio.api.workspace.open(folder)
  const { url } = await studio.api.instances.add(
    { id: 'demo', name: 'Demo', url: 'http://127.0.0.1:9011' },
    'own',
  )
  await studio.api.workspace.create(join(temporaryFolder(), 'another'))
  await studio.api.workspace.open(folder)
  expect(await studio.api.instances.list()).toMatchObject([{ url, hasKey: true }])
})

/** A workspace whose only instance is called demo and is on this machine. */
async function openOwn(url: string, fields: object = {}): Promise<string> {
  const folder = temporaryFolder()
  const instances = [{ id: 'demo', name: 'Demo', url, ...fields }]
  writeFileSync(join(folder, 'studio.json'), JSON.stringify({ version: 1, ecmaVersion: 2021, instances }))
  await studio.api.workspace.open(folder)
  return folder
}

test("somebody's server on this machine that has no key yet is not taken for it", async () => {
  starts = 0
  const folder = await openOwn('http://127.0.0.1:9011')
  const before = readFileSync(join(folder, 'studio.json'), 'utf8')
  expect(await studio.api.instances.list()).toMatchObject([{ url: 'http://127.0.0.1:9011', hasKey: false }])
  expect([starts, before.includes('9011')]).toEqual([0, true])
})

test('a workspace of somebody else that has it works with that of this machine', async () => {
  const folder = await openOwn('http://127.0.0.1:1', { embedded: true, color: 'green' })
  expect(await studio.api.instances.list()).toMatchObject([{ url: demo.url, hasKey: true, embedded: true }])
  expect(await studio.api.instances.probe('demo')).toMatchObject({ outcome: 'ready' })
  expect(readFileSync(join(folder, 'studio.json'), 'utf8')).not.toContain(demo.keys[0]!.key)
})

test('it is the embedded one no more once the user sends it to another address', async () => {
  const folder = join(temporaryFolder(), 'own')
  await studio.api.workspace.create(folder)
  await studio.api.instances.edit('demo', { name: 'Renamed' })
  expect(await studio.api.instances.list()).toMatchObject([{ name: 'Renamed', embedded: true }])
  await studio.api.instances.edit('demo', { url: 'http://127.0.0.1:9011' })
  await studio.api.workspace.open(folder)
  const [own] = await studio.api.instances.list()
  expect(own).toMatchObject({ url: 'http://127.0.0.1:9011', hasKey: false })
  expect(own).not.toHaveProperty('embedded')
})

test('one of a workspace from before it was marked is known by its key, and marked', async () => {
  const folder = join(temporaryFolder(), 'before')
  await studio.api.workspace.create(folder)
  const file = join(folder, 'studio.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/,\s*"embedded": true/, ''))
  await studio.api.workspace.open(folder)
  expect(await studio.api.instances.list()).toMatchObject([{ url: demo.url, hasKey: true, embedded: true }])
})
