import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { PromotionEntry, PromotionOrder } from '../../../electron/contract/models/promotion.ts'
import type { Instance } from '../../../electron/core/instance/instance.ts'
import {
  createLambda,
  listLambdas,
  readLambda,
  replaceLambda,
} from '../../../electron/core/instance/lambdas.ts'
import { connect } from '../../helpers/instance.ts'
import {
  addInstance,
  carryOut,
  openSyncStudio,
  outcomesOf,
  startFaultyInstance,
  type FaultyInstance,
  type SyncStudio,
} from '../../helpers/sync-studio.ts'

let dev: FaultyInstance
let prod: FaultyInstance
let there: Instance
let studio: SyncStudio

beforeAll(async () => {
  dev = await startFaultyInstance(101)
  prod = await startFaultyInstance(102)
  there = connect(prod.demo.url, prod.key('global'))
})
beforeEach(async () => {
  dev.proxy.reset()
  prod.proxy.reset()
  studio = await openSyncStudio()
  await addInstance(studio, dev.proxy.url, dev.key('global'))
  await addInstance(studio, prod.proxy.url, prod.key('global'), { id: 'prod', name: 'Production' })
  await carryOut(studio.api, 'pull')
  return () => studio.close()
})
afterAll(async () => {
  await dev.close()
  await prod.close()
})

const body = 'function populate(jwt, user, registration) {\n  jwt.promoted = true\n}\n'

async function createOnDev(name: string): Promise<string> {
  const { slug } = await studio.api.lambdas.create({ type: 'JWTPopulate', name, body })
  await carryOut(studio.api, 'push')
  return slug
}

async function planOne(slug: string, assign = false): Promise<PromotionEntry> {
  const { entries } = await studio.api.sync.planPromotion({ from: 'dev', to: 'prod', slugs: [slug], assign })
  return entries[0]!
}

function entryFor({ slug, fromId, target, seen }: PromotionEntry): PromotionOrder['entries'][number] {
  if (target.kind === 'question') throw new Error('It is a question.')
  return { slug, fromId, toId: target.id, seen: { local: seen.local!, remote: seen.remote } }
}

async function promote(...entries: PromotionOrder['entries']) {
  const { jobId } = await studio.api.sync.promote({ from: 'dev', to: 'prod', entries })
  return studio.api.sync.finish(jobId)
}

test('a lambda that is not there is created with the id that the plan gave, and can be taken back', async () => {
  const slug = await createOnDev('Promoted new')
  const entry = await planOne(slug)
  expect(entry).toMatchObject({ target: { kind: 'new' }, to: null, from: { body }, seen: { remote: null } })
  const report = await promote(entryFor(entry))
  expect(outcomesOf(report)).toEqual({ done: 1 })
  const { ids } = await studio.api.lambdas.read(slug)
  expect(await readLambda(there, ids['prod']!)).toMatchObject({ state: { body, name: 'Promoted new' } })
  expect(await planOne(slug)).toMatchObject({ target: { kind: 'known' }, fields: [] })
  const plan = await studio.api.sync.plan('prod')
  expect(plan.entries.find((each) => each.slug === slug)).toMatchObject({ kind: 'same', reason: 'in-step' })
  const undo = await studio.api.sync.undo(report.jobId, null)
  expect(outcomesOf(await studio.api.sync.finish(undo.jobId))).toEqual({ done: 1 })
  expect(await readLambda(there, ids['prod']!)).toBeNull()
})

test('a lambda of the same name and type is matched, shown and changed', async () => {
  const slug = await createOnDev('Promoted same')
  const id = randomUUID()
  const state = { name: 'Promoted same', type: 'JWTPopulate', engineType: 'GraalJS', debug: false } as const
  await createLambda(there, { id, state: { ...state, body: '// old' } })
  const entry = await planOne(slug)
  expect(entry).toMatchObject({ target: { kind: 'matched', id }, fields: ['body'], to: { body: '// old' } })
  expect(outcomesOf(await promote(entryFor(entry)))).toEqual({ done: 1 })
  expect((await readLambda(there, id))?.state.body).toBe(body)
  expect((await studio.api.lambdas.read(slug)).ids['prod']).toBe(id)
})

test('the cases are run on the text that is promoted, whatever the workspace has', async () => {
  const slug = await createOnDev('Promoted and broken')
  await studio.put(`lambdas/${slug}/cases/promoted.json`, {
    input: { jwt: {}, user: {} },
    expect: { arguments: { jwt: { promoted: false } } },
  })
  await studio.api.lambdas.save(slug, { body: body.replace('true', 'false') })
  const entry = await planOne(slug)
  const report = await promote(entryFor(entry))
  expect(outcomesOf(report)).toEqual({ 'failed cases-failed': 1 })
  expect(report.failures).toMatchObject([{ slug, failedCases: ['promoted'] }])
})

test('several namesakes, and one that differs in case, are questions', async () => {
  const slug = await createOnDev('Which One')
  const state = { type: 'JWTPopulate', engineType: 'GraalJS', debug: false, body: '// old' } as const
  await createLambda(there, { id: randomUUID(), state: { ...state, name: 'which one' } })
  const asked = await planOne(slug)
  expect(asked.target).toMatchObject({ kind: 'question', candidates: [{ name: 'which one' }] })
  await createLambda(there, { id: randomUUID(), state: { ...state, name: 'Which One' } })
  const again = await planOne(slug)
  if (again.target.kind !== 'question') throw new Error('It is no question.')
  expect(again.target.candidates.length).toBe(2)
  const [chosen] = again.target.candidates
  const seen = { local: again.seen.local!, remote: chosen!.revision }
  expect(outcomesOf(await promote({ slug, fromId: again.fromId, toId: chosen!.id, seen }))).toEqual({
    done: 1,
  })
  expect((await readLambda(there, chosen!.id))?.state.body).toBe(body)
})

test('an id of a lambda of another type there is told', async () => {
  const slug = await createOnDev('Other type')
  const other = (await listLambdas(there)).find(({ state }) => state.type === 'LoginValidation')!
  const { name, ids } = await studio.api.lambdas.read(slug)
  await studio.put(`lambdas/${slug}/lambda.json`, {
    name,
    type: 'JWTPopulate',
    ids: { ...ids, prod: other.id },
  })
  expect((await planOne(slug)).target).toEqual({
    kind: 'type-differs',
    id: other.id,
    type: 'LoginValidation',
  })
})

test('what changed on either instance since the plan is left alone', async () => {
  const slug = await createOnDev('Changed since')
  await promote(entryFor(await planOne(slug)))
  const { ids } = await studio.api.lambdas.read(slug)
  const id = ids['prod']!
  await studio.api.lambdas.save(slug, { body: `${body}// next\n` })
  await carryOut(studio.api, 'push')
  const entry = await planOne(slug)
  const { state } = (await readLambda(there, id))!
  await replaceLambda(there, { id, state: { ...state, body: '// theirs' } })
  expect(outcomesOf(await promote(entryFor(entry)))).toEqual({ 'skipped conflict': 1 })
  expect((await readLambda(there, id))?.state.body).toBe('// theirs')
  const stale = { ...entryFor(entry), seen: { local: 'other', remote: entry.seen.remote } }
  expect(outcomesOf(await promote(stale))).toEqual({ 'skipped changed-here': 1 })
})

test('it is assigned at the objects of the same name, where that is asked for', async () => {
  const { lambdas } = await studio.api.lambdas.list()
  const usages = await Promise.all(lambdas.map(({ slug }) => studio.api.assignments.usage('dev', slug)))
  const used = usages.find(({ places }) => places.some(({ owner }) => owner.kind === 'application'))!
  const { slug } = lambdas.find(({ ids }) => ids['dev'] === used.id)!
  const entry = await planOne(slug, true)
  const matched = entry.assignments.flatMap((each) => (each.kind === 'matched' ? each : []))
  expect(matched.length).toBeGreaterThan(0)
  const assign = matched.map(({ owner, field, current }) => ({
    owner: { kind: owner.kind, id: owner.id },
    field,
    seen: current,
  }))
  const report = await promote({ ...entryFor(entry), assign })
  expect(outcomesOf(report)).toEqual({ done: 1 })
  const usage = await studio.api.assignments.usage('prod', slug)
  expect(usage.places.map(({ field }) => field)).toEqual(
    expect.arrayContaining(matched.map(({ field }) => field)),
  )
})

/** A lambda that is new on the other instance, and a place there where nothing is assigned yet. */
async function promoteAssigned() {
  const slug = await createOnDev('Assigned there')
  const entry = await planOne(slug)
  const toId = entryFor(entry).toId
  const { candidates } = await studio.api.assignments.candidates('prod', slug)
  const { owner, field } = candidates.find(({ current }) => current === null)!
  const place = { owner: { kind: owner.kind, id: owner.id }, field }
  const report = await promote({ ...entryFor(entry), assign: [{ ...place, seen: null }] })
  const assigned = async () => {
    const found = await studio.api.assignments.candidates('prod', slug)
    const there = found.candidates.find((each) => each.owner.id === owner.id && each.field === field)
    return there?.current?.id ?? null
  }
  expect(await assigned()).toBe(toId)
  return { report, place, toId, assigned }
}

test('what was assigned is taken back with what was promoted', async () => {
  const { report, toId, assigned } = await promoteAssigned()
  const undo = await studio.api.sync.undo(report.jobId, null)
  expect(outcomesOf(await studio.api.sync.finish(undo.jobId))).toEqual({ done: 2 })
  expect(await assigned()).toBeNull()
  expect(await readLambda(there, toId)).toBeNull()
})

test('what was assigned is not taken back from an instance that is read-only by now', async () => {
  const slug = await createOnDev('Assigned later')
  await promote(entryFor(await planOne(slug)))
  const { candidates } = await studio.api.assignments.candidates('prod', slug)
  const { owner, field } = candidates.find(({ current }) => current === null)!
  const assign = [{ owner: { kind: owner.kind, id: owner.id }, field, seen: null }]
  const report = await promote({ ...entryFor(await planOne(slug)), assign })
  expect(report).toMatchObject({ undoable: true, results: [{ outcome: 'done' }] })
  await studio.api.instances.edit('prod', { protection: 'read-only' })
  await expect(studio.api.sync.undo(report.jobId, null)).rejects.toMatchObject({
    code: 'protected-read-only',
  })
  expect((await studio.api.assignments.usage('prod', slug)).places).toHaveLength(1)
})

test('a promotion assigns at no other field than one that an assignment may name', async () => {
  const entry = entryFor(await planOne(await createOnDev('Assigned nowhere')))
  const owner = { kind: 'tenant' as const, id: entry.fromId }
  await expect(promote({ ...entry, assign: [{ owner, field: 'tenant', seen: null }] })).rejects.toThrow(
    'field',
  )
})

test('what somebody assigned since stays', async () => {
  const { report, place, toId, assigned } = await promoteAssigned()
  const [other] = await listLambdas(there)
  await studio.api.assignments.assign({ instance: 'prod', ...place, seen: toId, next: other!.id })
  const undo = await studio.api.sync.undo(report.jobId, null)
  expect(outcomesOf(await studio.api.sync.finish(undo.jobId))).toEqual({ done: 1, 'skipped conflict': 1 })
  expect(await assigned()).toBe(other!.id)
})
