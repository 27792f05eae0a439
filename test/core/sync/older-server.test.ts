import { afterAll, beforeAll, expect, test } from 'vitest'
import { isJsonObject } from '../../../electron/contract/json.ts'
import { listLambdas } from '../../../electron/core/instance/lambdas.ts'
import type { FetchPort } from '../../../electron/core/ports.ts'
import { connect } from '../../helpers/instance.ts'
import {
  addInstance,
  carryOut,
  kindsOf,
  openSyncStudio,
  outcomesOf,
  startFaultyInstance,
  type FaultyInstance,
  type SyncStudio,
} from '../../helpers/sync-studio.ts'

let faulty: FaultyInstance
let studio: SyncStudio

beforeAll(async () => {
  faulty = await startFaultyInstance(61)
  studio = await openSyncStudio({ fetch: fetchFromOlder })
  await addInstance(studio, faulty.demo.url, faulty.key('global'))
})
afterAll(async () => {
  studio.close()
  await faulty.close()
})

/** The instance as a server of 1.34 would answer: one engine, no search, plain PATCH alone. */
const fetchFromOlder: FetchPort = async (input, init) => {
  const request = new Request(input, init)
  const { pathname } = new URL(request.url)
  if (pathname === '/api/system/version') return Response.json({ version: '1.34.1' })
  if (pathname.endsWith('/search')) return new Response(null, { status: 404 })
  const isPlain = request.headers.get('content-type') === 'application/json'
  if (request.method === 'PATCH' && !isPlain) return new Response(null, { status: 415 })
  const sent = await request.text()
  if (sent.includes('engineType')) return Response.json({ generalErrors: [] }, { status: 400 })
  const { method, headers } = request
  const response = await fetch(request.url, { method, headers, ...(sent && { body: withEngine(sent) }) })
  const text = await response.text()
  return new Response(text && JSON.stringify(withoutEngine(JSON.parse(text))), { status: response.status })
}

function withEngine(sent: string): string {
  const body: unknown = JSON.parse(sent)
  if (!isJsonObject(body) || !isJsonObject(body['lambda'])) return sent
  return JSON.stringify({ lambda: { ...body['lambda'], engineType: 'GraalJS' } })
}

function withoutEngine(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer, (name, value: unknown) => (name === 'engineType' ? undefined : value)),
  )
}

const body = 'function populate(jwt, user, registration) {\n  jwt.old = true;\n}\n'

test('lambdas of a server before 1.35 run with Nashorn, its one engine', async () => {
  expect(outcomesOf(await carryOut(studio.api, 'pull'))).not.toHaveProperty('failed')
  const { lambdas } = await studio.api.lambdas.list()
  expect(new Set(lambdas.map(({ engineType }) => engineType))).toEqual(new Set(['Nashorn']))
  expect(Object.keys(await kindsOf(studio.api))).toEqual(['same'])
})

test('a push to it creates, changes and is in step afterwards', async () => {
  const { slug } = await studio.api.lambdas.create({ type: 'JWTPopulate', name: 'Old', body })
  await studio.api.lambdas.save(slug, { engineType: 'Nashorn' })
  expect(outcomesOf(await carryOut(studio.api, 'push'))).toEqual({ done: 1 })
  await studio.api.lambdas.save(slug, { body: `${body}// again\n` })
  const report = await carryOut(studio.api, 'push')
  expect(outcomesOf(report)).toEqual({ done: 1 })
  expect(Object.keys(await kindsOf(studio.api))).toEqual(['same'])
  const there = await listLambdas(connect(faulty.demo.url, faulty.key('global')))
  expect(there.find(({ state }) => state.name === 'Old')?.state.body).toBe(`${body}// again\n`)
  const { jobId } = await studio.api.sync.undo(report.jobId, null)
  expect(outcomesOf(await studio.api.sync.finish(jobId))).toEqual({ done: 1 })
})

test('GraalJS is held back before it is sent there', async () => {
  const { slug } = await studio.api.lambdas.create({ type: 'JWTPopulate', name: 'New', body })
  const report = await carryOut(studio.api, 'push')
  expect(report.failures).toMatchObject([{ slug, problems: [{ code: 'needs-version' }] }])
})
