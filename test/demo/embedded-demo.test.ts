import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EmbeddedDemo } from '../../electron/demo/embedded-demo.ts'

let dataFile: string
const opened: EmbeddedDemo[] = []

beforeEach(() => {
  dataFile = join(mkdtempSync(join(tmpdir(), 'embedded-')), 'not', 'yet', 'demo.jsonl')
})
afterEach(async () => {
  for (const demo of opened.splice(0)) await demo.close()
})

function embedded(port: number, file = dataFile): EmbeddedDemo {
  const demo = new EmbeddedDemo(file, port)
  opened.push(demo)
  return demo
}

async function version(address: { url: string; key: string }): Promise<number> {
  return (await fetch(`${address.url}/api/system/version`, { headers: { Authorization: address.key } }))
    .status
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

test('it serves with a key of its own once it is asked for, and only one of it', async () => {
  const demo = embedded(await freePort())
  const [first, second] = await Promise.all([demo.start(), demo.start()])
  expect(second).toEqual(first)
  expect(await version(first)).toBe(200)
})

test('a second studio of the user works with the instance of the first', async () => {
  const port = await freePort()
  const first = await embedded(port).start()
  expect(await embedded(port).start()).toEqual(first)
})

test('a port that another program has is left to it', async () => {
  const other = createServer((_request, response) => response.writeHead(200).end('{}'))
  const port = await listening(other)
  const address = await embedded(port).start()
  expect(address.url).not.toContain(`:${port}`)
  expect(await version(address)).toBe(200)
  await new Promise((resolve) => other.close(resolve))
})

/** A program that answers as FusionAuth does, and passes on to another port what it cannot answer itself. */
async function impostor(
  answer: (path: string) => Promise<string>,
): Promise<{ server: Server; port: number; seen: string[] }> {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(JSON.stringify([request.url, request.headers]))
    void answer(request.url ?? '').then((text) => response.writeHead(200).end(text))
  })
  return { server, port: await listening(server), seen }
}

test.each(['at another port', 'and nowhere else'])(
  'a program that passes for the instance is not sent its key, which serves %s',
  async (where) => {
    const real = await embedded(await freePort()).start()
    const { server, port, seen } = await impostor((path) =>
      where === 'at another port'
        ? fetch(`${real.url}${path}`).then((response) => response.text())
        : Promise.resolve('{"version":"1.69.0"}'),
    )
    const address = await embedded(port).start()
    expect(address.url).not.toContain(`:${port}`)
    expect(seen.join()).toContain('challenge=')
    expect(seen.join()).not.toContain(real.key)
    await new Promise((resolve) => server.close(resolve))
  },
)

test('a program that answers without end is left to it', async () => {
  await embedded(await freePort()).start()
  const other = createServer((_request, response) => {
    const go = (): void => {
      if (response.writable) response.write('0'.repeat(65_536), go)
    }
    response.writeHead(200)
    go()
  })
  const port = await listening(other)
  expect((await embedded(port).start()).url).not.toContain(`:${port}`)
  other.closeAllConnections()
  await new Promise((resolve) => other.close(resolve))
})

test('key and world are the same at the next start', async () => {
  const port = await freePort()
  const first = embedded(port)
  const before = await first.start()
  await first.close()
  expect(await embedded(port).start()).toEqual(before)
})

test('a damaged data file is not overwritten, and the failure says so', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'embedded-')), 'demo.jsonl')
  writeFileSync(file, 'not a world')
  await expect(embedded(await freePort(), file).start()).rejects.toMatchObject({
    code: 'demo-data-unreadable',
  })
})

test('one that is closed while it starts serves nobody afterwards', async () => {
  const demo = embedded(await freePort())
  const started = demo.start()
  await demo.close()
  const address = await started
  await expect(version(address)).rejects.toThrow('fetch failed')
})
