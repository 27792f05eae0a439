import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ErrorData } from '../../electron/contract/errors.ts'
import type { RunReport } from '../../electron/contract/models/run.ts'
import { runCli } from '../helpers/cli.ts'

let cwd: string
const write = (name: string, text: string | Buffer): void => writeFileSync(join(cwd, name), text)
const run = (args: string[], stdin?: string) =>
  runCli(['run', ...args], { cwd, ...(stdin !== undefined && { stdin }) })

const input = {
  jwt: { sub: '42', iat: 1_760_000_000, exp: 1_760_003_600, email: 'ada@example.com' },
  user: { id: '42', email: 'ada@example.com', data: { team: 'engines' } },
  registration: { roles: ['admin', 'writer'] },
}

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'cli-run-'))
  write('input.json', JSON.stringify(input))
  write(
    'claims.js',
    `function populate(jwt, user, registration) {
  jwt.team = user.data.team;
  jwt.roles = registration.roles.filter(function (role) { return role !== 'writer'; });
  jwt.sub = 'someone-else';
  jwt.exp = jwt.exp - 600;
  console.info('team ' + jwt.team);
}
`,
  )
  write('throws.js', 'function populate(jwt, user) {\n  jwt.name = user.profile.name;\n}\n')
  write('broken.js', 'function populate(jwt) {\n  jwt.a = ;\n}\n')
  write('misnamed.js', 'function Populate(jwt) { jwt.a = 1; }\n')
  write('nothing.js', '')
  write('not-json.json', '{\n  "jwt": {},\n  "user": oops\n}')
  write('list.json', '[]')
  write('bytes.js', Buffer.from([0xff, 0xfe, 0x00]))
})

describe('run --json', () => {
  test('prints the report of a run and nothing else on standard output', async () => {
    const { code, stdout } = await run([
      'claims.js',
      '--type',
      'JWTPopulate',
      '--input',
      'input.json',
      '--json',
    ])
    const report = JSON.parse(stdout) as RunReport
    expect(code).toBe(0)
    expect(report).toMatchObject({
      outcome: 'completed',
      arguments: {
        jwt: { sub: '42', team: 'engines', roles: ['admin'], exp: 1_760_003_000 },
        user: input.user,
      },
      console: [{ level: 'info', text: 'team engines', line: 6 }],
      error: null,
      consequence: { code: 'token-populated' },
    })
    expect(report.dropped.map(({ path, reason }) => ({ path, reason }))).toEqual([
      { path: '/jwt/sub', reason: 'reserved' },
    ])
    // What translators need is for the page.
    expect(stdout).toContain('FusionAuth sets sub itself')
    expect(stdout).not.toContain('Words"')
    expect(report.changes).toEqual([
      { path: '/jwt/exp', kind: 'changed', before: 1_760_003_600, after: 1_760_003_000 },
      { path: '/jwt/team', kind: 'added', after: 'engines' },
      { path: '/jwt/roles', kind: 'added', after: ['admin'] },
    ])
  })

  test('reads the input from standard input', async () => {
    const args = ['claims.js', '--type', 'JWTPopulate', '--input', '-', '--json']
    const report = JSON.parse((await run(args, JSON.stringify(input))).stdout) as RunReport
    expect(report.arguments['jwt']).toMatchObject({ team: 'engines' })
  })

  test('tells a throw with line and column in the body, and ends with 1', async () => {
    const { code, stdout } = await run([
      'throws.js',
      '--type',
      'JWTPopulate',
      '--input',
      'input.json',
      '--json',
    ])
    const report = JSON.parse(stdout) as RunReport
    expect(code).toBe(1)
    expect(report).toMatchObject({
      outcome: 'threw',
      arguments: input,
      changes: [],
      error: { name: 'TypeError', line: 2 },
    })
    expect(report.error!.column).toBe(27)
    expect(report.error!.stack).not.toMatch(/node_modules|electron|file:/)
  })

  test.each([
    ['broken.js', 'syntax-error', 2, 11],
    ['misnamed.js', 'misnamed-function', 1, 10],
    ['nothing.js', 'missing-function', 1, 1],
  ])('refuses %s with %s and its place, and ends with 1', async (file, problem, line, column) => {
    const { code, stdout } = await run([file, '--type', 'JWTPopulate', '--json'])
    const report = JSON.parse(stdout) as RunReport
    expect(code).toBe(1)
    expect(report.outcome).toBe('refused')
    expect(report.problems.find(({ severity }) => severity === 'error')).toMatchObject({
      code: problem,
      line,
      column,
    })
  })

  test.each([
    [
      'input that is not JSON',
      ['claims.js', '--type', 'JWTPopulate', '--input', 'not-json.json'],
      'not-json',
      /not-json\.json.*line 3, column 11/,
    ],
    [
      'input that is no object',
      ['claims.js', '--type', 'JWTPopulate', '--input', 'list.json'],
      'wrong-shape',
      /list\.json/,
    ],
    [
      'an input that is not there',
      ['claims.js', '--type', 'JWTPopulate', '--input', 'absent.json'],
      'unreadable-file',
      /absent\.json/,
    ],
    ['a body that is not there', ['absent.js', '--type', 'JWTPopulate'], 'unreadable-file', /absent\.js/],
    ['a body that is a folder', ['.', '--type', 'JWTPopulate'], 'unreadable-file', /folder/],
    ['a body that is no text', ['bytes.js', '--type', 'JWTPopulate'], 'unreadable-file', /UTF-8/],
    [
      'a type that is not known',
      ['claims.js', '--type', 'JWTPopulat'],
      'unknown-lambda-type',
      /Did you mean JWTPopulate/,
    ],
    ['no type', ['claims.js'], 'wrong-usage', /type/],
    ['an unknown option', ['claims.js', '--type', 'JWTPopulate', '--fast'], 'wrong-usage', /--fast/],
    [
      'a limit that is no number',
      ['claims.js', '--type', 'JWTPopulate', '--timeout', 'soon'],
      'wrong-usage',
      /whole number/,
    ],
    [
      'a limit out of bounds',
      ['claims.js', '--type', 'JWTPopulate', '--memory', '1'],
      'wrong-usage',
      /8 to 1024/,
    ],
  ])('answers %s with an error that says where, and ends with 2', async (_what, args, errorCode, message) => {
    const { code, stdout, stderr } = await run([...args, '--json'])
    const { error } = JSON.parse(stdout) as { error: ErrorData }
    expect(error.code).toBe(errorCode)
    expect(error.message).toMatch(message)
    expect(error.hint).not.toBe('')
    expect(stdout + stderr).not.toMatch(/ at .*\.ts:\d+/)
    expect(code).toBe(2)
  })
})

describe('run for people', () => {
  test('tells what changed, what is dropped and what FusionAuth does', async () => {
    const { code, stdout } = await run(['claims.js', '--type', 'JWTPopulate', '--input', 'input.json'])
    expect(code).toBe(0)
    for (const part of ['Completed', '+ /jwt/team', '"engines"', '/jwt/sub', 'team engines'])
      expect(stdout).toContain(part)
  })

  test('says which sample it runs on where no input is given', async () => {
    const { stderr } = await run(['claims.js', '--type', 'JWTPopulate'])
    expect(stderr).toContain('sample')
  })

  test('writes failures to standard error alone', async () => {
    const { code, stdout, stderr } = await run(['absent.js', '--type', 'JWTPopulate'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/absent\.js cannot be read: there is no such file/)
  })
})

test('an unknown command ends with 2 and a hint', async () => {
  const { code, stderr } = await runCli(['frobnicate'], { cwd })
  expect(code).toBe(2)
  expect(stderr).toMatch(/frobnicate/)
})

test('--help tells how to use it and ends with 0', async () => {
  const { code, stdout } = await runCli(['run', '--help'], { cwd })
  expect(code).toBe(0)
  expect(stdout).toContain('--input <file>')
})
