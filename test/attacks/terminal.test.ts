import { writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { terminalJson, terminalText } from '../../electron/cli/terminal-text.ts'
import { runCli, type CliEnd } from '../helpers/cli.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'

/** Clears the screen, fills the clipboard, names the window, hides what follows, goes back, and turns the direction. */
const tricks = '\u001b[2J\u001b]52;c;ZWNobw==\u0007\u009b31m\u001b]0;title\u0007\u001b[8mx\rover\b\u202eltr'
const steering = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

/** An instance that answers everything with tricks. */
let server: Server
let folder: string

beforeAll(async () => {
  const lambda = {
    id: '8d9b0d5c-27a1-4a52-9a25-0b2d7b1e0c11',
    name: tricks,
    type: 'JWTPopulate',
    body: tricks,
  }
  server = createServer((request, response) => {
    response.setHeader('Content-Type', 'application/json')
    if (request.method !== 'GET' || !request.url?.startsWith('/api/lambda')) response.statusCode = 400
    response.end(
      JSON.stringify({ lambdas: [lambda], lambda, generalErrors: [{ code: tricks, message: tricks }] }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const body = `function populate(jwt) {
  const tricks = ${JSON.stringify(tricks)}
  console.info(tricks)
  jwt[tricks] = tricks
  try { fetch(tricks) } catch (error) { jwt.error = error.message }
  const failure = new Error(tricks)
  failure.name = tricks
  throw failure
}`
  const expected = { input: { jwt: {} }, expect: { outcome: 'completed', console: [tricks, 'other'] } }
  folder = workspaceFolder([{ slug: 'loud', name: tricks, body, cases: { one: expected } }])
  const instances = [{ id: 'loud', name: tricks, url }]
  writeFileSync(join(folder, 'studio.json'), JSON.stringify({ version: 1, ecmaVersion: 2021, instances }))
})
afterAll(() => server.close())

const commands: readonly (readonly [command: string, shows: 'stdout' | 'stderr'])[] = [
  ['run loud --force', 'stdout'],
  ['test', 'stdout'],
  ['list', 'stdout'],
  ['instance list', 'stdout'],
  ['status', 'stdout'],
  ['diff', 'stdout'],
  ['pull', 'stdout'],
  ['logs', 'stderr'],
]

describe('what comes from lambdas and servers steers no terminal', () => {
  const run = (command: string): Promise<CliEnd> =>
    runCli(command.split(' '), { cwd: folder, env: { FUSIONAUTH_API_KEY: 'key' } })

  test.each(commands)('%s', async (command, shows) => {
    const end = await run(command)
    expect(end[shows]).toContain('\\u001b[2J')
    expect(end.stdout + end.stderr).not.toMatch(steering)
  })

  test('JSON holds the tricks as values, and shows none', async () => {
    const { stdout } = await run('run loud --force --json')
    expect(stdout).not.toMatch(steering)
    expect(JSON.parse(stdout)).toMatchObject({ error: { message: tricks }, console: [{ text: tricks }] })
  })
})

test('whatever a text holds, it shows nothing but text and colours', () => {
  const any = fc.string({ unit: fc.constantFrom(...Array.from(tricks), '\n', '\t', '[', '3', '1', 'm', 'ü') })
  fc.assert(
    fc.property(any, (text) => {
      expect(terminalText(text).replace(/\r\n|\p{Cc}\[(?:1|2|22|3[1-6]|39)m/gu, '')).not.toMatch(steering)
      expect(terminalJson(text)).not.toMatch(steering)
      expect(JSON.parse(terminalJson(text))).toBe(text)
    }),
  )
})

test('a text without tricks is shown as it is', () => {
  const text = 'Grüße\tmit\r\nZeilen\nund 😀 — ‏עברית'
  expect(terminalText(text)).toBe(text)
})
