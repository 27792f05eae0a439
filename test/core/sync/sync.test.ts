import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PlanEntry } from '../../../electron/contract/models/sync.ts'
import {
  deleteLambda,
  listLambdas,
  readLambda,
  replaceLambda,
} from '../../../electron/core/instance/lambdas.ts'
import type { Instance } from '../../../electron/core/instance/instance.ts'
import { connect } from '../../helpers/instance.ts'
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

let faulty: FaultyInstance
let studio: SyncStudio
/** The instance as somebody else sees it. */
let other: Instance
let count: number

beforeAll(async () => {
  faulty = await startFaultyInstance(21)
  other = connect(faulty.demo.url, faulty.key('global'))
})
beforeEach(async () => {
  faulty.proxy.reset()
  studio = await openSyncStudio()
  await addInstance(studio, faulty.proxy.url, faulty.key('global'))
  count = (await listLambdas(other)).length
})
afterEach(() => studio.close())
afterAll(() => faulty.close())

async function entryOf(slug: string): Promise<PlanEntry> {
  const { entries } = await studio.api.sync.plan('dev')
  return entries.find((entry) => entry.slug === slug)!
}

async function changeThere(id: string, body: string): Promise<void> {
  const { state } = (await readLambda(other, id))!
  await replaceLambda(other, { id, state: { ...state, body } })
}

const body = 'function populate(jwt, user, registration) {\n  jwt.here = true\n}\n'

async function create(name: string) {
  return studio.api.lambdas.create({ type: 'JWTPopulate', name, body })
}

describe('a pull', () => {
  test('brings nothing that was changed on the instance since it was planned, and what stayed as it was', async () => {
    const { entries } = await studio.api.sync.plan('dev')
    const [changed] = entries
    await changeThere(changed!.id!, `${body}// meanwhile`)
    const report = await apply(
      studio.api,
      entries.map((entry) => orderOf(entry, 'pull')),
    )
    expect(outcomesOf(report)).toEqual({ done: count - 1, 'skipped conflict': 1 })
    const { lambdas } = await studio.api.lambdas.list()
    expect(lambdas.filter(({ ids }) => ids['dev'] === changed!.id)).toEqual([])
    const left = await readdir(join(studio.folder, 'lambdas'))
    expect(left.sort()).toEqual(lambdas.map(({ slug }) => slug).sort())
  })

  test('brings every lambda of the instance, after which all are in step', async () => {
    expect(await kindsOf(studio.api)).toEqual({ 'create-local': count })
    const report = await carryOut(studio.api, 'pull')
    expect(outcomesOf(report)).toEqual({ done: count })
    expect(report).toMatchObject({ state: 'done', error: null, undoable: true })
    expect(await kindsOf(studio.api)).toEqual({ same: count })
    const { lambdas } = await studio.api.lambdas.list()
    const [remote] = await listLambdas(other)
    const local = lambdas.find(({ ids }) => ids['dev'] === remote!.id)!
    expect(await readFile(join(studio.folder, 'lambdas', local.slug, 'lambda.js'), 'utf8')).toBe(
      remote!.state.body,
    )
  })

  test('asks once for all lambdas, twice in all', async () => {
    await carryOut(studio.api, 'pull')
    expect(faulty.proxy.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/lambda',
      'GET /api/lambda',
    ])
  })

  test('writes over nothing that was changed here since the plan', async () => {
    await carryOut(studio.api, 'pull')
    const [lambda] = (await studio.api.lambdas.list()).lambdas
    const { slug, ids } = lambda!
    await changeThere(ids['dev']!, 'function changedThere() {}')
    const entry = await entryOf(slug)
    expect(entry).toMatchObject({ kind: 'pull', reason: 'changed-there', fields: ['body'] })
    await studio.api.lambdas.save(slug, { body: 'function changedHere() {}' })
    const report = await apply(studio.api, [orderOf(entry, 'pull')])
    expect(outcomesOf(report)).toEqual({ 'skipped changed-here': 1 })
    expect((await studio.api.lambdas.read(slug)).body).toBe('function changedHere() {}')
  })

  test('can be taken back', async () => {
    await carryOut(studio.api, 'pull')
    const [lambda] = (await studio.api.lambdas.list()).lambdas
    const { slug, ids } = lambda!
    const before = (await studio.api.lambdas.read(slug)).body
    await changeThere(ids['dev']!, 'function changedAgain() {}')
    const { jobId } = await carryOut(studio.api, 'pull')
    expect((await studio.api.lambdas.read(slug)).body).toBe('function changedAgain() {}')
    expect(await studio.api.sync.undoable()).toMatchObject([{ jobId }, {}])
    const undo = await studio.api.sync.undo(jobId, null)
    expect(outcomesOf(await studio.api.sync.finish(undo.jobId))).toEqual({ done: 1 })
    expect((await studio.api.lambdas.read(slug)).body).toBe(before)
    expect(await entryOf(slug)).toMatchObject({ kind: 'pull' })
    await changeThere(ids['dev']!, before)
  })
})

describe('a push', () => {
  test('creates a lambda there, with its id written down here', async () => {
    const { slug } = await create('Made here')
    await carryOut(studio.api, 'pull')
    const report = await carryOut(studio.api, 'push')
    expect(outcomesOf(report)).toEqual({ done: 1 })
    const { ids } = await studio.api.lambdas.read(slug)
    expect(await readLambda(other, ids['dev']!)).toMatchObject({ state: { name: 'Made here', body } })
    expect(await entryOf(slug)).toMatchObject({ kind: 'same', reason: 'in-step' })
    const undo = await studio.api.sync.undo(report.jobId, null)
    expect(outcomesOf(await studio.api.sync.finish(undo.jobId))).toEqual({ done: 1 })
    expect(await readLambda(other, ids['dev']!)).toBeNull()
    expect(await entryOf(slug)).toMatchObject({ kind: 'create-remote', id: null })
  })

  test('changes only what was changed, keeps what was there, and can be taken back', async () => {
    const { slug } = await create('To be changed')
    await carryOut(studio.api, 'push')
    const next = body.replace('here', 'there')
    await studio.api.lambdas.save(slug, { body: next, name: 'Is changed' })
    expect(await entryOf(slug)).toMatchObject({
      kind: 'push',
      reason: 'changed-here',
      fields: ['name', 'body'],
    })
    faulty.proxy.requests.length = 0
    const report = await carryOut(studio.api, 'push')
    expect(outcomesOf(report)).toEqual({ done: 1 })
    const patch = faulty.proxy.requests.find(({ method }) => method === 'PATCH')!
    expect(JSON.parse(patch.body)).toEqual([
      { op: 'test', path: '/lambda/body', value: body },
      { op: 'test', path: '/lambda/name', value: 'To be changed' },
      { op: 'replace', path: '/lambda/name', value: 'Is changed' },
      { op: 'replace', path: '/lambda/body', value: next },
    ])
    const { entries } = await studio.api.history.list(slug)
    const kept = await studio.api.history.compare(slug, entries[0]!.id)
    expect(kept.then.body).toBe(body)
    const undo = await studio.api.sync.undo(report.jobId, null)
    expect(outcomesOf(await studio.api.sync.finish(undo.jobId))).toEqual({ done: 1 })
    const { ids } = await studio.api.lambdas.read(slug)
    expect((await readLambda(other, ids['dev']!))?.state).toMatchObject({ body, name: 'To be changed' })
    expect(await entryOf(slug)).toMatchObject({ kind: 'push' })
  })

  test.each([
    ['1.50.0', 'Nashorn', 'nashorn'],
    ['1.34.0', 'GraalJS', 'needs-version'],
  ] as const)('to a server of version %s holds back the engine %s', async (version, engineType, code) => {
    const { slug } = await create(`Engine ${version}`)
    await studio.api.lambdas.save(slug, { engineType })
    faulty.proxy.fault = ({ path }) =>
      path === '/api/system/version'
        ? { kind: 'answer', status: 200, body: JSON.stringify({ version }) }
        : undefined
    const order = [orderOf(await entryOf(slug), 'push')]
    const report = await apply(studio.api, order)
    expect(outcomesOf(report)).toEqual({ 'failed checks-failed': 1 })
    expect(report.failures[0]?.problems).toMatchObject([{ code, severity: 'error' }])
    expect(outcomesOf(await apply(studio.api, order, { overrideFailures: true }))).toEqual({ done: 1 })
    const { ids } = await studio.api.lambdas.read(slug)
    await deleteLambda(other, ids['dev']!)
  })

  test('leaves alone what somebody else changed between plan and write', async () => {
    const { slug } = await create('Changed twice')
    await carryOut(studio.api, 'push')
    await studio.api.lambdas.save(slug, { body: `${body}// here` })
    const entry = await entryOf(slug)
    await changeThere(entry.id!, `${body}// there`)
    expect(outcomesOf(await apply(studio.api, [orderOf(entry, 'push')]))).toEqual({ 'skipped conflict': 1 })
    expect((await readLambda(other, entry.id!))?.state.body).toBe(`${body}// there`)
    expect(await entryOf(slug)).toMatchObject({ kind: 'conflict', reason: 'changed-on-both-sides' })
  })

  test('leaves alone what somebody else changes between its own reading and its write', async () => {
    const { slug } = await create('Changed in between')
    await carryOut(studio.api, 'push')
    await studio.api.lambdas.save(slug, { body: `${body}// here` })
    const entry = await entryOf(slug)
    faulty.proxy.before = async ({ method }) => {
      if (method === 'PATCH') await changeThere(entry.id!, `${body}// there`)
    }
    expect(outcomesOf(await apply(studio.api, [orderOf(entry, 'push')]))).toEqual({ 'skipped conflict': 1 })
    expect((await readLambda(other, entry.id!))?.state.body).toBe(`${body}// there`)
  })

  test('a conflict is pushed where that was chosen, and merged where both changes fit', async () => {
    const { slug } = await create('In conflict')
    await carryOut(studio.api, 'push')
    const id = (await entryOf(slug)).id!
    await changeThere(id, `// there\n${body}`)
    await studio.api.lambdas.save(slug, { body: `${body}// here\n` })
    const entry = await entryOf(slug)
    const { merge, base, local, remote } = await studio.api.sync.difference('dev', { slug, id })
    expect([base?.body, local?.body, remote?.body]).toEqual([body, `${body}// here\n`, `// there\n${body}`])
    const merged = `// there\n${body}// here\n`
    expect(merge).toMatchObject({ kind: 'merged', state: { body: merged } })
    const { name, engineType, debug } = local!
    const choice = { name, engineType, debug, body: merged }
    const report = await apply(studio.api, [{ ...orderOf(entry, 'merge'), merged: choice }])
    expect(outcomesOf(report)).toEqual({ done: 1 })
    expect((await readLambda(other, id))?.state.body).toBe(merged)
    expect((await studio.api.lambdas.read(slug)).body).toBe(merged)
    expect(await entryOf(slug)).toMatchObject({ kind: 'same', reason: 'in-step' })
  })

  test('is stopped by errors and failing cases, unless they are overridden', async () => {
    const { slug } = await create('Fails')
    await studio.put(`lambdas/${slug}/cases/wrong.json`, {
      input: { jwt: {}, user: {}, registration: {} },
      expect: { arguments: { jwt: { here: 'no' } } },
    })
    const broken = await studio.api.lambdas.create({
      type: 'JWTPopulate',
      name: 'Broken',
      body: 'function (',
    })
    await create('Held back')
    const report = await carryOut(studio.api, 'push')
    expect(outcomesOf(report)).toEqual({
      'failed cases-failed': 1,
      'failed checks-failed': 1,
      'skipped stopped': 1,
    })
    expect(report.failures).toMatchObject([
      { slug: broken.slug, failedCases: [] },
      { slug, problems: [], failedCases: ['wrong'] },
    ])
    expect((await listLambdas(other)).length).toBe(count)
    expect(outcomesOf(await carryOut(studio.api, 'push', { overrideFailures: true }))).toEqual({ done: 3 })
  })

  test('runs the cases on the merged text, which neither side has yet', async () => {
    const { slug } = await create('Merged and broken')
    await studio.put(`lambdas/${slug}/cases/here.json`, {
      input: { jwt: {}, user: {}, registration: {} },
      expect: { arguments: { jwt: { here: true } } },
    })
    await carryOut(studio.api, 'push')
    const id = (await entryOf(slug)).id!
    await changeThere(id, `// there\n${body}`)
    await studio.api.lambdas.save(slug, { body: `${body}// here\n` })
    const entry = await entryOf(slug)
    const { local } = await studio.api.sync.difference('dev', { slug, id })
    const { name, engineType, debug } = local!
    const merged = { name, engineType, debug, body: body.replace('true', 'false') }
    const report = await apply(studio.api, [{ ...orderOf(entry, 'merge'), merged }])
    expect(outcomesOf(report)).toEqual({ 'failed cases-failed': 1 })
    expect(report.failures).toMatchObject([{ slug, failedCases: ['here'] }])
    expect((await readLambda(other, id))?.state.body).toBe(`// there\n${body}`)
  })

  test('is stopped by a case that cannot be read, as nobody knows what it would say', async () => {
    const { slug } = await create('With a broken case')
    await studio.put(`lambdas/${slug}/cases/broken.json`, '{ "input": ')
    const report = await carryOut(studio.api, 'push')
    expect(outcomesOf(report)).toMatchObject({ 'failed cases-failed': 1 })
    expect(report.failures).toMatchObject([{ slug, failedCases: ['broken'] }])
  })
})

describe('a deletion', () => {
  test('reaches the instance, unless somebody changed or uses the lambda', async () => {
    await carryOut(studio.api, 'pull')
    const gone = await create('To be deleted')
    await carryOut(studio.api, 'push')
    const id = (await studio.api.lambdas.read(gone.slug)).ids['dev']!
    await studio.api.lambdas.delete(gone.slug)
    const { entries } = await studio.api.sync.plan('dev')
    const entry = entries.find((each) => each.id === id)!
    expect(entry).toMatchObject({ kind: 'delete-remote', reason: 'deleted-here', slug: null })
    const report = await apply(studio.api, [orderOf(entry, 'delete-remote')])
    expect(outcomesOf(report)).toEqual({ done: 1 })
    expect(await readLambda(other, id)).toBeNull()
    const undo = await studio.api.sync.undo(report.jobId, null)
    expect(outcomesOf(await studio.api.sync.finish(undo.jobId))).toEqual({ done: 1 })
    expect((await readLambda(other, id))?.state.body).toBe(body)
    await deleteLambda(other, id)
  })

  test('is refused while something on the instance uses the lambda', async () => {
    await carryOut(studio.api, 'pull')
    const { lambdas } = await studio.api.lambdas.list()
    const usages = await Promise.all(lambdas.map(({ slug }) => studio.api.assignments.usage('dev', slug)))
    const used = usages.find(({ places }) => places.length > 0)!
    const { slug } = lambdas.find(({ ids }) => ids['dev'] === used.id)!
    await studio.api.lambdas.delete(slug)
    const { entries } = await studio.api.sync.plan('dev')
    const entry = entries.find(({ id }) => id === used.id)!
    expect(outcomesOf(await apply(studio.api, [orderOf(entry, 'delete-remote')]))).toEqual({
      'skipped in-use': 1,
    })
    expect(faulty.proxy.requests.some(({ method }) => method === 'DELETE')).toBe(false)
  })

  test('of a lambda that is here leaves it alone, however its id is written', async () => {
    const { slug } = await create('Not deleted here')
    await carryOut(studio.api, 'push')
    const { id, seen } = await entryOf(slug)
    const order = { slug: null, id: id!.toUpperCase(), seen, action: 'delete-remote' as const }
    expect(outcomesOf(await apply(studio.api, [order]))).toEqual({ 'skipped changed-here': 1 })
    expect((await readLambda(other, id!))?.state.body).toBe(body)
    await deleteLambda(other, id!)
  })

  test('that takes a push back is not done while nobody can tell what uses the lambda', async () => {
    const { slug } = await create('Used by nobody knows whom')
    const report = await carryOut(studio.api, 'push')
    const { id } = await entryOf(slug)
    faulty.proxy.fault = ({ method, path }) =>
      method === 'GET' && path === '/api/application' ? { kind: 'answer', status: 403 } : undefined
    const undo = await studio.api.sync.undo(report.jobId, null)
    expect(outcomesOf(await studio.api.sync.finish(undo.jobId))).toEqual({ 'skipped usage-unknown': 1 })
    expect((await readLambda(other, id!))?.state.body).toBe(body)
    await deleteLambda(other, id!)
  })

  test('on the instance moves the lambda here out of the way, and back', async () => {
    const { slug } = await create('Deleted there')
    await carryOut(studio.api, 'push')
    const entry = await entryOf(slug)
    await deleteLambda(other, entry.id!)
    expect(await entryOf(slug)).toMatchObject({ kind: 'delete-local', reason: 'deleted-there' })
    const report = await apply(studio.api, [orderOf(await entryOf(slug), 'delete-local')])
    expect(outcomesOf(report)).toEqual({ done: 1 })
    expect((await studio.api.lambdas.list()).lambdas).toEqual([])
    const undo = await studio.api.sync.undo(report.jobId, null)
    expect(outcomesOf(await studio.api.sync.finish(undo.jobId))).toEqual({ done: 1 })
    expect(await entryOf(slug)).toMatchObject({ kind: 'delete-local' })
  })

  test('is not planned for a lambda that cannot be read', async () => {
    await carryOut(studio.api, 'pull')
    const [lambda] = (await studio.api.lambdas.list()).lambdas
    await writeFile(join(studio.folder, 'lambdas', lambda!.slug, 'lambda.json'), '{')
    const { entries, problems } = await studio.api.sync.plan('dev')
    expect(problems).toMatchObject([{ slug: lambda!.slug, code: 'not-json' }])
    expect(entries.filter(({ kind }) => kind !== 'same')).toMatchObject([
      { id: lambda!.ids['dev'], kind: 'conflict', reason: 'unreadable-here' },
    ])
  })
})

test('how a job ended is still known after many others', async () => {
  const { slug } = await create('Not pushed')
  const { seen, id } = await entryOf(slug)
  const { jobId } = await studio.api.sync.apply({
    instance: 'dev',
    entries: [{ slug, id, seen, action: 'push' }],
  })
  await studio.api.jobs.cancel(jobId)
  expect((await studio.api.sync.finish(jobId)).state).toBe('cancelled')
  for (let at = 0; at < 25; at++) await studio.api.tests.finish((await studio.api.tests.start({})).jobId)
  expect((await studio.api.jobs.list()).some((job) => job.id === jobId)).toBe(false)
  expect((await studio.api.sync.read(jobId))?.state).toBe('cancelled')
})

describe('protection', () => {
  test('read-only lets nothing be written, and confirm wants the name', async () => {
    await create('Protected')
    const { entries } = await studio.api.sync.plan('dev')
    const order = entries.filter(({ slug }) => slug !== null).map((entry) => orderOf(entry, 'push'))
    await studio.api.instances.edit('dev', { protection: 'read-only' })
    await expect(apply(studio.api, order)).rejects.toMatchObject({ code: 'protected-read-only' })
    await studio.api.instances.edit('dev', { protection: 'confirm' })
    await expect(apply(studio.api, order, { confirmation: 'dev' })).rejects.toMatchObject({
      code: 'protected-confirm',
    })
    expect(faulty.proxy.requests.filter(({ method }) => method !== 'GET')).toEqual([])
    expect(outcomesOf(await apply(studio.api, order, { confirmation: 'Dev' }))).toEqual({ done: 1 })
  })
})
