import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { toErrorData } from '../../../electron/contract/errors.ts'
import { Instance } from '../../../electron/core/instance/instance.ts'
import { createLambda, listLambdas, readLambda } from '../../../electron/core/instance/lambdas.ts'
import { startDemo, type Demo } from '../../../electron/demo/start-demo.ts'
import { FaultProxy, type Fault } from '../../helpers/fault-proxy.ts'
import { connect, quickTiming } from '../../helpers/instance.ts'

let demo: Demo
let proxy: FaultProxy
let key: string
let instance: Instance

beforeAll(async () => {
  demo = await startDemo({ port: 0, users: 5, seed: 11 })
  proxy = await FaultProxy.start(demo.url)
  key = demo.keys.find(({ scope }) => scope === 'global')!.key
})

beforeEach(() => {
  proxy.reset()
  instance = connect(proxy.url, key)
})

afterAll(async () => {
  await proxy.close()
  await demo.close()
})

const state = {
  name: 'From a test',
  type: 'JWTPopulate',
  engineType: 'GraalJS',
  debug: false,
  body: 'function populate(jwt, user, registration) {}\n',
} as const

/** The first requests meet these faults, the others none. */
function firstMeet(...faults: (Fault | undefined)[]): void {
  proxy.fault = (_request, count) => faults[count - 1]
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'none',
    (thrown: unknown) => toErrorData(thrown).code,
  )
}

test('lambdas are listed with the key and read with their body', async () => {
  const lambdas = await listLambdas(instance)
  expect(lambdas.length).toBeGreaterThan(10)
  expect(proxy.requests[0]).toMatchObject({ method: 'GET', path: '/api/lambda' })
  expect(proxy.requests[0]!.headers['authorization']).toBe(key)
  expect(await readLambda(instance, lambdas[0]!.id)).toEqual(lambdas[0])
  expect(await readLambda(instance, randomUUID())).toBeNull()
})

test.each<[string, Fault]>([
  ['a dropped connection', { kind: 'drop' }],
  ['an answer that breaks off', { kind: 'drop-halfway' }],
  ['an answer that never comes', { kind: 'lose-answer' }],
  ['a status of 500', { kind: 'answer', status: 500 }],
  ['a status of 502', { kind: 'answer', status: 502, body: '<html>' }],
  ['a status of 503', { kind: 'answer', status: 503 }],
  ['a status of 429', { kind: 'answer', status: 429, headers: { 'Retry-After': '0' } }],
])('a retrieval goes on after %s', async (_name, fault) => {
  firstMeet(fault, fault)
  expect((await listLambdas(instance)).length).toBeGreaterThan(10)
  expect(proxy.requests).toHaveLength(3)
})

test('an answer that is too slow is given up and asked for again', async () => {
  instance = connect(proxy.url, key, { timing: { ...quickTiming, answerMs: 150 } })
  firstMeet({ kind: 'slow', ms: 1000 })
  expect((await listLambdas(instance)).length).toBeGreaterThan(10)
  proxy.fault = () => ({ kind: 'slow', ms: 1000 })
  expect(await codeOf(listLambdas(instance))).toBe('instance-timeout')
})

test('a creation is not repeated after an answer that was lost, and is after 429 and 503', async () => {
  firstMeet({ kind: 'lose-answer' })
  const id = randomUUID()
  expect(await codeOf(createLambda(instance, { id, state }))).toBe('instance-dropped')
  expect(proxy.requests).toHaveLength(1)
  expect(await readLambda(instance, id)).toEqual({ id, state })

  proxy.reset()
  firstMeet({ kind: 'answer', status: 429 }, { kind: 'answer', status: 503 })
  const other = randomUUID()
  await createLambda(instance, { id: other, state })
  expect(proxy.requests.map(({ method }) => method)).toEqual(['POST', 'POST', 'POST'])
})

test.each<[string, Fault, string]>([
  ['401', { kind: 'answer', status: 401 }, 'key-refused'],
  ['404', { kind: 'answer', status: 404 }, 'instance-answered-404'],
  ['500', { kind: 'answer', status: 500 }, 'instance-answered-500'],
  ['503', { kind: 'answer', status: 503 }, 'instance-answered-503'],
  ['429', { kind: 'answer', status: 429 }, 'instance-answered-429'],
  ['dropped', { kind: 'drop' }, 'instance-dropped'],
  [
    'a page',
    { kind: 'answer', status: 200, headers: { 'Content-Type': 'text/html' }, body: '<!doctype html><p>Hi' },
    'instance-not-fusionauth',
  ],
  ['truncated', { kind: 'truncate' }, 'instance-answer-broken'],
  ['other JSON', { kind: 'answer', status: 200, body: '{"lambdas":"none"}' }, 'instance-answer-unexpected'],
  [
    'a missing tenant',
    { kind: 'answer', status: 400, body: '{"generalErrors":[{"code":"[TenantIdRequired]","message":"x"}]}' },
    'key-needs-tenant',
  ],
])('%s has its own code', async (_name, fault, code) => {
  proxy.fault = () => fault
  expect(await codeOf(listLambdas(instance))).toBe(code)
})

test('what a server says is told, without the key', async () => {
  const body = JSON.stringify({
    fieldErrors: { 'lambda.body': [{ code: '[invalid]lambda.body', message: `bad body, key ${key}` }] },
  })
  proxy.fault = () => ({ kind: 'answer', status: 400, body })
  const refused = await createLambda(instance, { id: randomUUID(), state }).catch((thrown: unknown) => thrown)
  expect(toErrorData(refused).message).toMatch(/lambda\.body: bad body, key \*\*\*/)
})

test('a redirect is not followed', async () => {
  const other = await FaultProxy.start(demo.url)
  proxy.fault = () => ({ kind: 'answer', status: 302, headers: { Location: `${other.url}/api/lambda` } })
  expect(await codeOf(listLambdas(instance))).toBe('instance-redirected')
  expect(other.requests).toEqual([])
  await other.close()
})

test('an empty list may be left out of the answer', async () => {
  proxy.fault = () => ({ kind: 'answer', status: 200, body: '{}' })
  expect(await listLambdas(instance)).toEqual([])
})

test('nobody listening, no such host and no key have their own codes', async () => {
  const gone = await FaultProxy.start(demo.url)
  const nobody = gone.url
  await gone.close()
  const timing = { ...quickTiming, retries: 0 }
  expect(await codeOf(listLambdas(connect(nobody, key, { timing })))).toBe('instance-unreachable')
  expect(await codeOf(listLambdas(connect('http://nowhere.invalid', key, { timing })))).toBe(
    'instance-unreachable',
  )
  expect(await codeOf(listLambdas(connect(proxy.url, null)))).toBe('key-missing')
})

test.each(['', 'x', '../user', '12345', 'search'])('the id %j does not get into a path', async (id) => {
  expect(await codeOf(readLambda(instance, id))).toBe('instance-id-unusable')
  expect(proxy.requests).toEqual([])
})

test('a request that is cancelled ends at once', async () => {
  proxy.fault = () => ({ kind: 'slow', ms: 5000 })
  const abort = new AbortController()
  const call = codeOf(listLambdas(instance, abort.signal))
  setTimeout(() => abort.abort(), 20)
  expect(await call).toBe('cancelled')
})

test('no more requests than allowed are under way at once', async () => {
  let [now, most] = [0, 0]
  const { connection } = connect(proxy.url, key)
  const counting = new Instance(
    {
      ...connection,
      fetch: async (input, init) => {
        most = Math.max(most, ++now)
        return fetch(input, init).finally(() => now--)
      },
    },
    7,
  )
  proxy.delayMs = 5
  await Promise.all(Array.from({ length: 60 }, () => listLambdas(counting)))
  expect(most).toBe(7)
})
