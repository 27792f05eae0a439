import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { startDemo } from '../../electron/demo/start-demo.ts'
import { brokenInvariants } from '../helpers/demo-invariants.ts'
import { testDemo } from '../helpers/demo.ts'
import { randomRequests, resolveLive, type RandomRequest } from '../helpers/random-requests.ts'
import type { World } from '../../electron/demo/world/world.ts'

const statuses = [200, 202, 400, 401, 403, 404, 405, 413]

function resolve({ method, path, type, tenant, raw }: RandomRequest, world: World): RandomRequest {
  const hasBody = raw !== undefined && method !== 'GET' && method !== 'HEAD'
  return {
    method,
    path: encodeURI(resolveLive(path.startsWith('/') ? path : `/${path}`, world)).replaceAll('%25', '%'),
    type,
    tenant: tenant === undefined ? undefined : encodeURI(resolveLive(tenant, world)),
    raw: hasBody ? resolveLive(raw, world) : undefined,
  }
}

describe('random requests', () => {
  test('ten thousand of them meet no fault, are answered as documented, and keep every invariant', async () => {
    const demo = await testDemo(30)
    const seen = new Map<number, number>()
    let count = 0
    await fc.assert(
      fc.asyncProperty(randomRequests, async (request) => {
        const { method, path, type, tenant, raw } = resolve(request, demo.world)
        const scope = { ...(tenant !== undefined && { tenant }), ...(raw !== undefined && { raw }) }
        const answer = await demo.call(method, path, { type, ...scope })
        seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1)
        expect(statuses).toContain(answer.status)
        if (answer.status >= 401) expect(answer.text).toBe('')
        if (answer.status === 400 && method !== 'HEAD')
          expect(answer.text).toMatch(/^\{"(field|general)Errors":/)
        count += 1
        if (count % 250 === 0) expect(brokenInvariants(demo.world)).toEqual([])
      }),
      { numRuns: 10_000, endOnFailure: true },
    )
    expect(demo.faults).toEqual([])
    expect(brokenInvariants(demo.world)).toEqual([])
    // Had nearly all been refused, this would have shown little.
    expect(seen.get(200)).toBeGreaterThan(2000)
  }, 120_000)
})

describe('random requests over HTTP', () => {
  test('a thousand of them, eight at a time, meet no fault', async () => {
    const faults: unknown[] = []
    // The same seed makes the same world, so that one without a socket knows the ids of the one with.
    const { world } = await testDemo(30)
    const demo = await startDemo({ port: 0, users: 30, seed: 7, reportFault: (fault) => faults.push(fault) })
    const ask = async (request: RandomRequest): Promise<number> => {
      const { method, path, type, tenant, raw } = resolve(request, world)
      const response = await fetch(demo.url + path, {
        method,
        headers: {
          Authorization: demo.keys[0]!.key,
          ...(raw !== undefined && { 'Content-Type': type }),
          ...(tenant !== undefined && { 'X-FusionAuth-TenantId': tenant }),
        },
        ...(raw !== undefined && { body: raw }),
      })
      await response.text()
      return response.status
    }
    const batches = fc.array(randomRequests, { minLength: 8, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(batches, async (batch) => {
        for (const status of await Promise.all(batch.map(ask))) expect(statuses).toContain(status)
      }),
      { numRuns: 125, endOnFailure: true },
    )
    await demo.close()
    expect(faults).toEqual([])
  }, 120_000)
})
