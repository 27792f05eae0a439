import { readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startDemo, type Demo } from '../../../electron/demo/start-demo.ts'
import { FaultProxy } from '../../helpers/fault-proxy.ts'
import { connect } from '../../helpers/instance.ts'
import { findLambdas } from '../../../electron/core/instance/find-lambdas.ts'
import { openSyncStudio, type SyncStudio } from '../../helpers/sync-studio.ts'

let studio: SyncStudio

beforeEach(async () => {
  studio = await openSyncStudio()
})
afterEach(() => studio.close())

const url = 'http://localhost:9011'

async function studioFile(): Promise<string> {
  return readFile(join(studio.folder, 'studio.json'), 'utf8')
}

test('instances are kept in studio.json, their keys elsewhere', async () => {
  const { instances } = studio.api
  const added = await instances.add(
    { name: 'Production EU', url: `${url}/`, protection: 'confirm', color: 'red' },
    'k1',
  )
  expect(added).toEqual({
    id: 'production-eu',
    name: 'Production EU',
    url,
    tenantId: null,
    protection: 'confirm',
    color: 'red',
    hasKey: true,
  })
  expect(await studioFile()).not.toContain('k1')
  expect(await instances.list()).toEqual([added])
  expect(await readFile(studio.credentialsFile, 'utf8')).toContain('k1')
  await instances.remove('production-eu')
  expect(await instances.list()).toEqual([])
  expect(await readFile(studio.credentialsFile, 'utf8')).not.toContain('k1')
})

test('an instance whose key cannot be kept is not added, and can be added once it can', async () => {
  const keys = dirname(studio.credentialsFile)
  await writeFile(keys, 'in the way')
  const adding = () => studio.api.instances.add({ id: 'dev', name: 'Dev', url }, 'k1')
  await expect(adding()).rejects.toMatchObject({ code: expect.stringMatching(/^credentials-/) as string })
  expect(await studio.api.instances.list()).toEqual([])
  await rm(keys)
  expect(await adding()).toMatchObject({ id: 'dev', hasKey: true })
})

test('an edit keeps what it does not name, and keys that this version does not know', async () => {
  const other = { id: 'other', name: 'Other', url, note: 'mine' }
  await writeFile(
    join(studio.folder, 'studio.json'),
    JSON.stringify({ version: 1, extra: true, instances: [other, { ...other, id: 'dev' }] }, null, 2),
  )
  await studio.api.instances.edit('dev', { name: 'Dev', color: 'blue' })
  expect(JSON.parse(await studioFile())).toEqual({
    version: 1,
    extra: true,
    instances: [other, { ...other, id: 'dev', name: 'Dev', color: 'blue' }],
  })
})

test('another address needs the key anew', async () => {
  const { instances } = studio.api
  await instances.add({ id: 'dev', name: 'Dev', url }, 'k1')
  expect(await instances.edit('dev', { name: 'D' })).toMatchObject({ hasKey: true })
  expect(await instances.edit('dev', { url: 'https://elsewhere.example' })).toMatchObject({ hasKey: false })
  expect(await instances.edit('dev', { url })).toMatchObject({ hasKey: false })
  expect(await instances.setKey('dev', 'k2')).toMatchObject({ hasKey: true })
})

test('a key is not sent to an address that somebody else wrote into studio.json', async () => {
  const { instances } = studio.api
  await instances.add({ id: 'dev', name: 'Dev', url }, 'k1')
  await writeFile(join(studio.folder, 'studio.json'), (await studioFile()).replace(url, 'http://127.0.0.1:1'))
  expect(await instances.list()).toMatchObject([{ id: 'dev', hasKey: false }])
  await expect(studio.api.sync.plan('dev')).rejects.toMatchObject({ code: 'key-missing' })
})

test('ids are not given twice, and are made from the name', async () => {
  const { instances } = studio.api
  await instances.add({ name: 'Dev', url }, null)
  expect(await instances.add({ name: 'Dev', url }, null)).toMatchObject({ id: 'dev-2', hasKey: false })
  await expect(instances.add({ id: 'dev', name: 'X', url }, null)).rejects.toMatchObject({
    code: 'duplicate-instance',
  })
  await expect(instances.edit('nope', {})).rejects.toMatchObject({ code: 'unknown-instance' })
})

test('a search that gives the same lambdas again and again comes to an end', async () => {
  const demo = await startDemo({ port: 0, users: 1, seed: 1 })
  const proxy = await FaultProxy.start(demo.url)
  const lambdas = Array.from({ length: 500 }, (_, at) => {
    const id = `b1a2c3d4-0000-4000-8000-${String(at).padStart(12, '0')}`
    return { id, name: `${at}`, type: 'JWTPopulate', engineType: 'GraalJS', body: '' }
  })
  proxy.fault = (_request, count) =>
    count > 10
      ? { kind: 'answer', status: 403 }
      : { kind: 'answer', status: 200, body: JSON.stringify({ lambdas, total: 1000 }) }
  expect(await findLambdas(connect(proxy.url, 'key'), {})).toHaveLength(500)
  await proxy.close()
  await demo.close()
})

test('lambdas are found by the search of the server, and without one among all', async () => {
  const demo = await startDemo({ port: 0, users: 5, seed: 61 })
  const proxy = await FaultProxy.start(demo.url)
  const instance = connect(proxy.url, demo.keys.find(({ scope }) => scope === 'global')!.key)
  const criteria = [{ name: 'scim*' }, { name: 'TOKEN' }, { type: 'LoginValidation' }, { body: 'jwt.' }, {}]
  const searched = await Promise.all(criteria.map((each) => findLambdas(instance, each)))
  expect(searched.map(({ length }) => length).every((length) => length > 0)).toBe(true)
  for (const status of [404, 405]) {
    proxy.fault = ({ path }) => (path === '/api/lambda/search' ? { kind: 'answer', status } : undefined)
    const among = await Promise.all(criteria.map((each) => findLambdas(instance, each)))
    const idsOf = (found: typeof among) => found.map((each) => each.map(({ id }) => id).toSorted())
    expect(idsOf(among)).toEqual(idsOf(searched))
  }
  await proxy.close()
  await demo.close()
})

describe('a key that was made a moment ago', () => {
  let demo: Demo
  let proxy: FaultProxy
  const key = () => demo.keys.find(({ scope }) => scope === 'global')!.key
  /** Nodes of a cluster that have not heard of the key yet. */
  const refuse = (times: number) => {
    let left = times
    proxy.fault = ({ headers }) =>
      headers['authorization'] !== undefined && left-- > 0 ? { kind: 'answer', status: 401 } : undefined
  }

  beforeAll(async () => {
    demo = await startDemo({ port: 0, users: 5, seed: 3 })
    proxy = await FaultProxy.start(demo.url)
  })
  afterAll(async () => {
    await proxy.close()
    await demo.close()
  })
  beforeEach(() => proxy.reset())

  test('is tried again while the instance does not know it yet', async () => {
    const { instances, sync } = studio.api
    await instances.add({ id: 'dev', name: 'Dev', url: proxy.url }, 'not-the-key')
    expect((await instances.probe('dev')).problem?.code).toBe('key-refused')
    await instances.setKey('dev', key())
    refuse(2)
    expect(await instances.probe('dev')).toMatchObject({ problem: null, version: '1.69.0' })
    await instances.setKey('dev', key())
    refuse(2)
    expect((await sync.plan('dev')).entries.length).toBeGreaterThan(0)
  })

  test('is tried again before it is kept, too', async () => {
    refuse(2)
    const report = await studio.api.instances.probeAddress({ url: proxy.url }, key())
    expect(report).toMatchObject({ problem: null, version: '1.69.0' })
  })

  test('is not tried again after an answer for good', async () => {
    const { instances, sync } = studio.api
    await instances.add({ id: 'dev', name: 'Dev', url: proxy.url }, key())
    await sync.plan('dev')
    refuse(1)
    await expect(sync.plan('dev')).rejects.toMatchObject({ code: 'key-refused' })
    await sync.plan('dev')
  })
})
