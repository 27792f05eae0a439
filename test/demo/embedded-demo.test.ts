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
