import { expect, test } from 'vitest'
import { startDemo } from '../../electron/demo/start-demo.ts'

test('a port that is in use is told', async () => {
  const first = await startDemo({ port: 0, users: 1 })
  const port = Number(new URL(first.url).port)
  await expect(startDemo({ port, users: 1 })).rejects.toMatchObject({
    name: 'StudioError',
    code: 'port-in-use',
  })
  await first.close()
  const second = await startDemo({ port, users: 1 })
  await second.close()
})

test('closing ends connections that are kept alive', async () => {
  const demo = await startDemo({ port: 0, users: 1 })
  expect((await fetch(`${demo.url}/api/health`)).status).toBe(200)
  await demo.close()
  await expect(fetch(`${demo.url}/api/health`)).rejects.toThrow()
})

test('the keys have the scopes that they say', async () => {
  const demo = await startDemo({ port: 0, users: 1 })
  const status = async (scope: string, method: string, path: string): Promise<number> => {
    const { key } = demo.keys.find((known) => known.scope === scope)!
    return (await fetch(demo.url + path, { method, headers: { Authorization: key } })).status
  }
  expect(demo.keys.map(({ name, scope }) => [name, scope])).toEqual([
    ['Global', 'global'],
    ['Tenant', 'tenant'],
    ['Read only', 'read-only'],
  ])
  expect(await status('global', 'GET', '/api/lambda')).toBe(200)
  expect(await status('tenant', 'GET', '/api/lambda')).toBe(401)
  expect(await status('tenant', 'GET', '/api/group')).toBe(200)
  expect(await status('read-only', 'GET', '/api/lambda')).toBe(200)
  expect(await status('read-only', 'POST', '/api/lambda')).toBe(401)
  await demo.close()
})
