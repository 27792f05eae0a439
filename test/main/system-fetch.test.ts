import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { listLambdas } from '../../electron/core/instance/lambdas.ts'
import { systemFetch } from '../../electron/main/system-fetch.ts'
import { connect } from '../helpers/instance.ts'
import { startFaultyInstance, type FaultyInstance } from '../helpers/sync-studio.ts'

/** What went through Electron's network; the double hands it on, as the real one does. */
const asked = vi.hoisted((): string[] => [])
vi.mock('electron', () => ({
  net: {
    fetch: (request: Request, init?: RequestInit) => {
      asked.push(`${request.method} ${new URL(request.url).pathname}`)
      return fetch(request, init)
    },
  },
}))

let faulty: FaultyInstance
beforeAll(async () => (faulty = await startFaultyInstance(3)))
afterAll(() => faulty.close())

test('instances are asked through the network of Electron, which knows the proxy and the certificates', async () => {
  const instance = connect(faulty.proxy.url, faulty.key('global'), { fetch: systemFetch })
  expect(await listLambdas(instance)).not.toEqual([])
  expect(asked).toContain('GET /api/lambda')
})
