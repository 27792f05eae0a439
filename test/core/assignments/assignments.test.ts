import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { AssignmentCandidate } from '../../../electron/contract/models/assignment.ts'
import {
  addInstance,
  carryOut,
  openSyncStudio,
  startFaultyInstance,
  type FaultyInstance,
  type SyncStudio,
} from '../../helpers/sync-studio.ts'

let faulty: FaultyInstance
let studio: SyncStudio

beforeAll(async () => {
  faulty = await startFaultyInstance(91)
  studio = await openSyncStudio()
  await addInstance(studio, faulty.proxy.url, faulty.key('global'))
  await carryOut(studio.api, 'pull')
})
beforeEach(() => faulty.proxy.reset())
afterAll(async () => {
  studio.close()
  await faulty.close()
})

async function slugOf(type: string): Promise<string> {
  return (await studio.api.lambdas.list()).lambdas.find((lambda) => lambda.type === type)!.slug
}

async function candidatesOf(type: string): Promise<readonly AssignmentCandidate[]> {
  return (await studio.api.assignments.candidates('dev', await slugOf(type))).candidates
}

test('usage names every application, tenant, identity provider and connector', async () => {
  const { lambdas } = await studio.api.lambdas.list()
  const usages = await Promise.all(lambdas.map(({ slug }) => studio.api.assignments.usage('dev', slug)))
  const kinds = new Set(usages.flatMap(({ places }) => places.map(({ owner }) => owner.kind)))
  expect(kinds).toEqual(new Set(['application', 'tenant', 'identity provider', 'connector']))
  const [place] = usages.flatMap(({ places }) => places).filter(({ owner }) => owner.kind === 'application')
  expect(place!.field).toMatch(/^application\.lambdaConfiguration\./)
  expect(place!.ui).toMatch(/^Applications > /)
  expect(usages.every(({ unread }) => unread.length === 0)).toBe(true)
})

test('only the kinds that the type can be assigned to are read', async () => {
  await studio.api.assignments.usage('dev', await slugOf('JWTPopulate'))
  expect(faulty.proxy.requests.map(({ path }) => path)).toEqual(['/api/application'])
})

test('usage is told of lambdas that the workspace does not have, too', async () => {
  const { lambdas } = await studio.api.lambdas.list()
  const { ids, type, slug } = lambdas.find((lambda) => lambda.type === 'LoginValidation')!
  const there = { id: ids['dev']!, type }
  const known = await studio.api.assignments.usage('dev', slug)
  expect(known.places.length).toBeGreaterThan(0)
  const fresh = await openSyncStudio()
  await addInstance(fresh, faulty.proxy.url, faulty.key('global'))
  expect(await fresh.api.assignments.usageThere('dev', there)).toEqual(known)
  fresh.close()
})

test('what cannot be read is told, not taken for unused', async () => {
  faulty.proxy.fault = ({ path }) => (path === '/api/tenant' ? { kind: 'answer', status: 401 } : undefined)
  const { places, unread } = await studio.api.assignments.usage('dev', await slugOf('LoginValidation'))
  expect(places).toEqual([])
  expect(unread).toMatchObject([{ kind: 'tenant', error: { code: 'key-refused' } }])
})

test('candidates are the places that take the type, with what is there', async () => {
  const candidates = await candidatesOf('JWTPopulate')
  expect(new Set(candidates.map(({ field }) => field))).toEqual(
    new Set([
      'application.lambdaConfiguration.accessTokenPopulateId',
      'application.lambdaConfiguration.idTokenPopulateId',
    ]),
  )
  expect(candidates.some(({ current }) => current !== null && current.name !== null)).toBe(true)
  const google = await candidatesOf('GoogleReconcile')
  expect(google.length).toBeGreaterThan(0)
  expect(google.every(({ owner }) => owner.kind === 'identity provider')).toBe(true)
})

test.each(['JWTPopulate', 'LoginValidation', 'GoogleReconcile', 'LDAPConnectorReconcile'])(
  'a lambda of the type %s is taken off and assigned again by a patch of its field that the server tests',
  async (type) => {
    const [candidate] = (await candidatesOf(type)).filter(({ current }) => current !== null)
    const { owner, field, current } = candidate!
    const change = { instance: 'dev', owner: { kind: owner.kind, id: owner.id }, field }
    const seen = current!.id
    expect(await studio.api.assignments.assign({ ...change, seen, next: null })).toEqual({ kind: 'done' })
    const patch = faulty.proxy.requests.find(({ method }) => method === 'PATCH')!
    const path = `/${field.replaceAll('.', '/')}`
    expect(patch.headers['content-type']).toBe('application/json-patch+json')
    expect(JSON.parse(patch.body)).toEqual([
      { op: 'test', path, value: seen },
      { op: 'remove', path },
    ])
    const after = (await candidatesOf(type)).find(
      (each) => each.owner.id === owner.id && each.field === field,
    )
    expect(after!.current).toBeNull()
    expect(await studio.api.assignments.assign({ ...change, seen, next: owner.id })).toEqual({
      kind: 'conflict',
      current: null,
    })
    expect(await studio.api.assignments.assign({ ...change, seen: null, next: seen })).toEqual({
      kind: 'done',
    })
    const again = (await candidatesOf(type)).find(
      (each) => each.owner.id === owner.id && each.field === field,
    )
    expect(again!.current).toEqual(current)
  },
)

/** A place where a lambda is assigned now, and what changes it. */
async function assignedPlace(type = 'JWTPopulate') {
  const [candidate] = (await candidatesOf(type)).filter(({ current }) => current !== null)
  const { owner, field, current } = candidate!
  const place = { owner: { kind: owner.kind, id: owner.id }, field }
  const assign = (seen: string | null, next: string | null) =>
    studio.api.assignments.assign({ instance: 'dev', ...place, seen, next })
  return { field, id: current!.id, url: `${faulty.demo.url}/api/application/${owner.id}`, assign }
}

/** Somebody else's change of an application, past the proxy. */
async function changeApplication(url: string, application: object): Promise<void> {
  const headers = { Authorization: faulty.key('global'), 'Content-Type': 'application/merge-patch+json' }
  const answer = await fetch(url, { method: 'PATCH', headers, body: JSON.stringify({ application }) })
  expect(answer.status).toBe(200)
}

/** Does something once, right before the server gets the first patch. */
function justBeforePatch(work: () => Promise<void>): void {
  let isDone = false
  faulty.proxy.before = async ({ method }) => {
    if (method !== 'PATCH' || isDone) return
    isDone = true
    await work()
  }
}

const leafOf = (field: string): string => field.split('.').at(-1)!

test('what somebody assigns at the very moment of the write is not written over', async () => {
  const { field, id, url, assign } = await assignedPlace()
  const others = (await studio.api.lambdas.list()).lambdas.flatMap(({ type, ids }) =>
    type === 'JWTPopulate' && ids['dev'] !== id ? ids['dev']! : [],
  )
  const [theirs] = others
  const put = (value: string | null) =>
    changeApplication(url, { lambdaConfiguration: { [leafOf(field)]: value } })
  justBeforePatch(() => put(theirs!))
  expect(await assign(id, null)).toEqual({ kind: 'conflict', current: theirs })
  faulty.proxy.reset()
  await put(null)
  justBeforePatch(() => put(theirs!))
  expect(await assign(null, id)).toEqual({ kind: 'conflict', current: theirs })
  faulty.proxy.reset()
  expect(await assign(theirs!, id)).toEqual({ kind: 'done' })
})

test('what somebody changes elsewhere in the object meanwhile stays, and the lambda is assigned', async () => {
  const { id, url, assign } = await assignedPlace()
  expect(await assign(id, null)).toEqual({ kind: 'done' })
  justBeforePatch(() => changeApplication(url, { data: { theirs: true } }))
  expect(await assign(null, id)).toEqual({ kind: 'done' })
  const answer = await fetch(url, { headers: { Authorization: faulty.key('global') } })
  expect(await answer.json()).toMatchObject({ application: { data: { theirs: true } } })
})

test.each(['LoginValidation', 'GoogleReconcile'])(
  'a server that takes no tests gets a merge patch of the field of %s',
  async (type) => {
    const { field, id, assign } = await assignedPlace(type)
    faulty.proxy.fault = ({ headers }) =>
      headers['content-type'] === 'application/json-patch+json' ? { kind: 'answer', status: 415 } : undefined
    expect(await assign(id, null)).toEqual({ kind: 'done' })
    const [, patch] = faulty.proxy.requests.filter(({ method }) => method === 'PATCH')
    expect(patch!.headers['content-type']).toBe('application/merge-patch+json')
    expect(patch!.body).toContain(`"${leafOf(field)}":null`)
    expect(await assign(null, id)).toEqual({ kind: 'done' })
  },
)

test('a server before 1.39 gets a plain patch, which takes off and assigns as well', async () => {
  faulty.proxy.fault = ({ path }) =>
    path === '/api/system/version' ? { kind: 'answer', status: 200, body: '{"version":"1.38.1"}' } : undefined
  const [candidate] = (await candidatesOf('JWTPopulate')).filter(({ current }) => current !== null)
  const { owner, field, current } = candidate!
  const change = { instance: 'dev', owner: { kind: owner.kind, id: owner.id }, field }
  const now = async () =>
    (await candidatesOf('JWTPopulate')).find((each) => each.owner.id === owner.id && each.field === field)!
      .current
  expect(await studio.api.assignments.assign({ ...change, seen: current!.id, next: null })).toEqual({
    kind: 'done',
  })
  expect(await now()).toBeNull()
  expect(await studio.api.assignments.assign({ ...change, seen: null, next: current!.id })).toEqual({
    kind: 'done',
  })
  expect(await now()).toEqual(current)
  const patches = faulty.proxy.requests.filter(({ method }) => method === 'PATCH')
  expect(patches.map(({ headers }) => headers['content-type'])).toEqual(Array(2).fill('application/json'))
})

test('an answer that is lost after the assignment happened is recognised', async () => {
  const [candidate] = (await candidatesOf('LoginValidation')).filter(({ current }) => current !== null)
  const { owner, field, current } = candidate!
  const change = { instance: 'dev', owner: { kind: owner.kind, id: owner.id }, field }
  faulty.proxy.fault = ({ method }) => (method === 'PATCH' ? { kind: 'lose-answer' } : undefined)
  expect(await studio.api.assignments.assign({ ...change, seen: current!.id, next: null })).toEqual({
    kind: 'done',
  })
  faulty.proxy.fault = ({ method }) => (method === 'PATCH' ? { kind: 'drop' } : undefined)
  await expect(
    studio.api.assignments.assign({ ...change, seen: null, next: current!.id }),
  ).rejects.toMatchObject({ code: 'instance-dropped' })
})

test('a protected instance wants its name', async () => {
  await studio.api.instances.edit('dev', { protection: 'confirm' })
  const [candidate] = await candidatesOf('JWTPopulate')
  const { owner, field, current } = candidate!
  const change = {
    instance: 'dev',
    owner: { kind: owner.kind, id: owner.id },
    field,
    seen: current?.id ?? null,
  }
  await expect(studio.api.assignments.assign({ ...change, next: null })).rejects.toMatchObject({
    code: 'protected-confirm',
  })
  await studio.api.instances.edit('dev', { protection: 'none' })
})
