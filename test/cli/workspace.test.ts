import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ErrorData } from '../../electron/contract/errors.ts'
import { runCli } from '../helpers/cli.ts'
import { putFile, temporaryFolder } from '../helpers/workspace-studio.ts'

let cwd: string
const cli = (...args: string[]) => runCli(args, { cwd })
const put = (path: string, text: string | object) => putFile(join(cwd, path), text)

/** What a command prints under `--json`, and its exit code. */
async function json<T>(
  args: readonly string[],
  read: (stdout: string) => T = (text) => JSON.parse(text) as T,
) {
  const { code, stdout } = await cli(...args, '--json')
  return { code, value: read(stdout) }
}

const input = { jwt: {}, user: { id: '1' } }
const passing = { input, expect: { arguments: { jwt: { id: '1' } } } }
const failing = { input, expect: { arguments: { jwt: { id: '2' } } } }

beforeAll(async () => {
  cwd = temporaryFolder()
  await put('studio.json', { version: 1 })
  await put('lambdas/ids/lambda.js', 'function populate(jwt, user) {\n  jwt.id = user && user.id\n}\n')
  await put('lambdas/ids/lambda.json', { name: 'Ids', type: 'JWTPopulate', debug: true })
  await put('lambdas/ids/cases/passing.json', passing)
  await put('lambdas/wrong/lambda.js', 'function populate(jwt) {\n  jwt.a = await 1\n}\n')
  await put('lambdas/wrong/lambda.json', { name: 'Wrong', type: 'JWTPopulate' })
})

describe('new and list', () => {
  test('a lambda is made from its template and listed in the documented form', async () => {
    const made = await json(['new', 'JWTPopulate', 'Add roles'])
    expect(made).toMatchObject({
      code: 0,
      value: { slug: 'add-roles', name: 'Add roles', type: 'JWTPopulate' },
    })
    const { value } = await json<{ slug: string }[]>(['list'])
    expect(value[0]).toEqual({
      slug: 'add-roles',
      name: 'Add roles',
      type: 'JWTPopulate',
      engineType: 'GraalJS',
      debug: false,
      ids: {},
    })
    expect((await cli('test', 'add-roles')).code).toBe(0)
  })

  test('a type that is not known is refused with the one that was meant', async () => {
    const { code, value } = await json<{ error: ErrorData }>(['new', 'JWTPopulat', 'x'])
    expect([code, value.error.code]).toEqual([2, 'unknown-lambda-type'])
    expect(value.error.message).toContain('JWTPopulate')
  })

  test('a broken lambda is told, and the rest is listed', async () => {
    const folder = temporaryFolder()
    await putFile(join(folder, 'studio.json'), { version: 1 })
    await putFile(join(folder, 'lambdas/a/lambda.json'), '{')
    await putFile(join(folder, 'lambdas/b/lambda.json'), { name: 'B', type: 'JWTPopulate' })
    await putFile(join(folder, 'lambdas/b/lambda.js'), '')
    const { code, stdout, stderr } = await cli('list', '--workspace', folder, '--json')
    expect([code, (JSON.parse(stdout) as unknown[]).length]).toEqual([2, 1])
    expect(stderr).toContain('lambdas/a/lambda.json is not JSON: line 1, column 2')
  })

  test('outside of a workspace the commands on one say so', async () => {
    const outside = temporaryFolder()
    for (const args of [['list'], ['test'], ['history', 'a'], ['restore', 'a', 'b']]) {
      const { code, stdout } = await runCli([...args, '--json'], { cwd: outside })
      expect([args[0], code, (JSON.parse(stdout) as { error: ErrorData }).error.code]).toEqual([
        args[0],
        2,
        'not-a-workspace',
      ])
    }
  })
})

describe('check', () => {
  test('gives the problems of every body, and fails where one is an error', async () => {
    const { code, value } = await json<{ file: string; problems: { code: string }[] }[]>(['check'])
    expect(code).toBe(1)
    expect(value.find(({ file }) => file === 'lambdas/wrong/lambda.js')?.problems.length).toBeGreaterThan(0)
  })

  test.each([['ids'], ['lambdas/ids'], ['lambdas/ids/lambda.js']])('takes %j', async (path) => {
    const { code, value } = await json<{ file: string }[]>(['check', path])
    expect([code, value.length]).toEqual([0, 1])
  })

  test('takes a file of its own with the type given, and asks for the type where it is not', async () => {
    await put('own.js', 'function populate(jwt) { jwt.a = 1 }\n')
    expect(await json(['check', 'own.js', '--type', 'JWTPopulate'])).toEqual({
      code: 0,
      value: [{ file: 'own.js', problems: expect.any(Array) as unknown[] }],
    })
    expect((await cli('check', 'own.js')).code).toBe(2)
  })

  test.each([['nobody'], ['missing.js'], ['lambdas/nobody/lambda.js']])('refuses %j', async (path) => {
    expect((await json<{ error: ErrorData }>(['check', path])).code).toBe(2)
  })
})

describe('run', () => {
  test('takes type and debug from the lambda, by slug or by path', async () => {
    await put('input.json', input)
    for (const named of ['ids', 'lambdas/ids/lambda.js']) {
      const { code, value } = await json<{ arguments: object }>(['run', named, '--input', 'input.json'])
      expect([code, value.arguments]).toEqual([0, { jwt: { id: '1' }, user: { id: '1' } }])
    }
  })

  test('takes a case of the lambda by its name', async () => {
    expect((await json<{ outcome: string }>(['run', 'ids', '--case', 'passing'])).value.outcome).toBe(
      'completed',
    )
  })
})

describe('test', () => {
  interface Tested {
    readonly cases: readonly { readonly lambda: string; readonly case: string; readonly status: string }[]
    readonly totals: object
  }

  let folder: string
  beforeAll(async () => {
    folder = temporaryFolder()
    await putFile(join(folder, 'studio.json'), { version: 1 })
    await putFile(
      join(folder, 'lambdas/ids/lambda.js'),
      'function populate(jwt, user) {\n  jwt.id = user.id\n}\n',
    )
    await putFile(join(folder, 'lambdas/ids/lambda.json'), { name: 'Ids', type: 'JWTPopulate' })
    await putFile(join(folder, 'lambdas/ids/cases/passing.json'), passing)
    await putFile(join(folder, 'lambdas/ids/cases/example.json'), { input })
  })

  test('passes with the documented value', async () => {
    const { code, value } = await json<Tested>(['test', '--workspace', folder])
    expect(code).toBe(0)
    expect(value).toMatchObject({
      cases: [
        { lambda: 'ids', case: 'passing', status: 'passed', failures: [], report: { outcome: 'completed' } },
      ],
      totals: { passed: 1, failed: 0, skipped: 1 },
      durationMs: expect.any(Number) as number,
    })
  })

  test('fails with what differs', async () => {
    await putFile(join(folder, 'lambdas/ids/cases/failing.json'), failing)
    const { code, value } = await json<Tested>(['test', '--workspace', folder])
    expect(code).toBe(1)
    expect(value.cases[0]).toMatchObject({
      case: 'failing',
      status: 'failed',
      failures: [{ path: '/jwt/id', expected: '2', actual: '1' }],
    })
    const { stdout } = await cli('test', '--workspace', folder)
    expect(stdout).toContain('/jwt/id should be "2", but it is "1".')
  })

  test('writes JUnit and coverage reports', async () => {
    const [junit, coverage] = [join(folder, 'out/junit.xml'), join(folder, 'out/coverage')]
    await cli('test', '--workspace', folder, '--junit', junit, '--coverage', coverage)
    const xml = readFileSync(junit, 'utf8')
    expect(xml).toContain('<testsuite name="ids" tests="3" failures="1" errors="0" skipped="1">')
    expect(xml).toContain('/jwt/id should be &quot;2&quot;, but it is &quot;1&quot;.')
    expect(readFileSync(join(coverage, 'lcov.info'), 'utf8')).toMatch(
      /SF:.*lambdas\/ids\/lambda\.js\n[^]*DA:2,2\n/,
    )
    expect(readFileSync(join(coverage, 'coverage.txt'), 'utf8')).toContain('100')
  })

  test('is not good where a file could not be read', async () => {
    const broken = temporaryFolder()
    await putFile(join(broken, 'studio.json'), { version: 1 })
    await putFile(join(broken, 'lambdas/a/lambda.json'), '{')
    expect((await cli('test', '--workspace', broken)).code).toBe(2)
  })

  test('is good where nothing is to be tested, and says so', async () => {
    const empty = temporaryFolder()
    await putFile(join(empty, 'studio.json'), { version: 1 })
    const { code, stdout } = await cli('test', '--workspace', empty)
    expect([code, stdout]).toEqual([0, expect.stringContaining('nothing was tested')])
  })

  test('shards hold every case once', async () => {
    const shards = await Promise.all(
      [1, 2, 3].map((at) => json<Tested>(['test', '--workspace', folder, '--shard', `${at}/3`])),
    )
    expect(shards.flatMap(({ value }) => value.cases.map((each) => each.case)).toSorted()).toEqual([
      'failing',
      'passing',
    ])
  })

  test.each([['--shard', '0/3'], ['--shard', '4/3'], ['--shard', 'x'], ['--nonsense'], ['nobody']])(
    'refuses %j',
    async (...args) => {
      expect((await json<{ error: ErrorData }>(['test', '--workspace', folder, ...args])).code).toBe(2)
    },
  )

  test('refuses to watch and print one JSON value', async () => {
    expect((await json<{ error: ErrorData }>(['test', '--watch'])).value.error.code).toBe('wrong-usage')
  })
})

test('history and restore go back to what was there', async () => {
  expect((await json(['history', 'ids'])).value).toEqual([])
  await put('.studio/history/ids/20260101T000000000Z-save-000000.json', {
    at: '2026-01-01T00:00:00.000Z',
    reason: 'save',
    body: 'function populate() {}\n',
    settings: '{\n  "name": "Old",\n  "type": "JWTPopulate"\n}\n',
  })
  const { value: entries } = await json<{ id: string }[]>(['history', 'ids'])
  expect(entries.map(({ id }) => id)).toEqual(['20260101T000000000Z-save-000000'])
  expect(await json(['restore', 'ids', entries[0]!.id])).toMatchObject({ code: 0, value: { name: 'Old' } })
  expect(readFileSync(join(cwd, 'lambdas/ids/lambda.js'), 'utf8')).toBe('function populate() {}\n')
  expect((await json<unknown[]>(['history', 'ids'])).value).toHaveLength(2)
  expect((await json<{ error: ErrorData }>(['restore', 'ids', 'nothing'])).value.error.code).toBe(
    'snapshot-not-found',
  )
  expect((await json<{ error: ErrorData }>(['history', 'nobody'])).value.error.code).toBe('lambda-not-found')
  expect(existsSync(join(cwd, '.studio/.gitignore'))).toBe(true)
})
