import { writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toErrorData } from '../../electron/contract/errors.ts'
import type { Instance } from '../../electron/core/instance/instance.ts'
import { listLambdas, readLambda } from '../../electron/core/instance/lambdas.ts'
import { runCli } from '../helpers/cli.ts'
import { connect, quickTiming } from '../helpers/instance.ts'
import { workspaceFolder } from '../helpers/workspace-folder.ts'
import { putFile } from '../helpers/workspace-studio.ts'

/** An answer of a server that means harm. */
interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

const id = '8d9b0d5c-27a1-4a52-9a25-0b2d7b1e0c11'
let server: Server
let elsewhere: Server
let answer: Answer
const sentElsewhere: unknown[] = []

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(answer.status ?? 200, { 'Content-Type': 'application/json', ...answer.headers })
    response.end(answer.body)
  })
  elsewhere = createServer((request, response) => {
    sentElsewhere.push(request.headers)
    response.end('{}')
  })
  for (const each of [server, elsewhere])
    await new Promise<void>((resolve) => each.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.close()
  elsewhere.close()
})

function addressOf(of: Server): string {
  return `http://127.0.0.1:${(of.address() as AddressInfo).port}`
}

/** Patient, so that no time limit comes before the limit that is meant. */
function connectSlowly(): Instance {
  return connect(addressOf(server), 'the-key', { timing: { ...quickTiming, answerMs: 60_000 } })
}

async function codeFor(given: Answer): Promise<string> {
  answer = given
  return listLambdas(connectSlowly()).then(
    (lambdas) => `${lambdas.length} lambdas`,
    (thrown: unknown) => toErrorData(thrown).code,
  )
}

const lambda = { id, name: 'A', type: 'JWTPopulate', body: 'function populate() {}' }

test.each<readonly [string, () => Answer, string]>([
  [
    'a body that becomes 300 MB',
    () => ({
      headers: { 'Content-Encoding': 'gzip' },
      body: gzipSync(Buffer.alloc(300 * 1024 * 1024, ' '), { level: 1 }),
    }),
    'instance-answer-too-large',
  ],
  [
    'ten million empty lists, which would take a gigabyte',
    () => ({ body: `{"x":[${'[],'.repeat(10_000_000)}1]}` }),
    'instance-answer-too-large',
  ],
  [
    'a body whose texts hold ten million commas and brackets',
    () => ({ body: JSON.stringify({ lambdas: [{ ...lambda, body: ',[{"\\'.repeat(5_000_000) }] }) }),
    '1 lambdas',
  ],
  [
    'lists in each other, a million deep',
    () => ({ body: `{"lambdas":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}` }),
    'instance-answer-unexpected',
  ],
  [
    'an id that is a path',
    () => ({ body: JSON.stringify({ lambdas: [{ ...lambda, id: '../../../api/user' }] }) }),
    'instance-answer-unexpected',
  ],
  ['a list that is none', () => ({ body: '{"lambdas":{"length":1}}' }), 'instance-answer-unexpected'],
  [
    'a content encoding that is not true',
    () => ({ headers: { 'Content-Encoding': 'br' }, body: '{}' }),
    'instance-dropped',
  ],
  [
    'a redirect to another port',
    () => ({ status: 307, headers: { Location: `${addressOf(elsewhere)}/api/lambda` }, body: '' }),
    'instance-redirected',
  ],
])('%s is told or taken for what it is', async (_name, given, code) => {
  expect(await codeFor(given())).toBe(code)
  expect(sentElsewhere).toEqual([])
})

test('names of prototypes are names like others, and change none', async () => {
  const names = ['__proto__', 'constructor', 'toString']
  const lambdas = names.map(
    (name) => `{"__proto__":{"polluted":1},"id":"${id}","name":"${name}","type":"${name}","body":""}`,
  )
  answer = { body: `{"lambdas":[${lambdas.join()}]}` }
  const found = await listLambdas(connect(addressOf(server), 'the-key'))
  expect(found.map(({ state }) => [state.name, state.type])).toEqual(names.map((name) => [name, name]))
  expect({}).not.toHaveProperty('polluted')
})

test('an id is never a way to another path', async () => {
  answer = { body: '{}' }
  const instance = connect(addressOf(server), 'the-key')
  for (const path of ['../user', '', `${id}/../../user`, `${id}?x`, '%2e%2e', '__proto__'])
    await expect(readLambda(instance, path)).rejects.toMatchObject({ code: 'instance-id-unusable' })
})

test('a body that differs in every one of many lines keeps no diff from ending', async () => {
  const lines = (word: string): string =>
    Array.from({ length: 40_000 }, (_, at) => `${word} ${at}\n`).join('')
  const theirs = { ...lambda, body: lines('theirs') }
  answer = { body: JSON.stringify({ lambdas: [theirs], lambda: theirs }) }
  const cwd = workspaceFolder([])
  const instances = [{ id: 'dev', name: 'Dev', url: addressOf(server) }]
  writeFileSync(join(cwd, 'studio.json'), JSON.stringify({ version: 1, ecmaVersion: 2021, instances }))
  await putFile(join(cwd, 'lambdas/a/lambda.js'), lines('mine'))
  await putFile(join(cwd, 'lambdas/a/lambda.json'), { name: 'A', type: 'JWTPopulate', ids: { dev: id } })
  const { code, stdout } = await runCli(['diff'], { cwd, env: { FUSIONAUTH_API_KEY: 'the-key' } })
  expect(code).toBe(0)
  expect(stdout).toMatch(/^--- dev\/a\n\+\+\+ workspace\/a\n/m)
  expect(stdout).toContain('\n-theirs 39999\n')
  expect(stdout).toContain('\n+mine 39999\n')
})
