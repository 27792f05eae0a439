import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pageCapabilities } from '../../electron/contract/models/host.ts'
import { sandboxLauncher } from '../../electron/core/runs/sandbox-launcher.ts'
import { createStudio } from '../../electron/core/studio.ts'
import { settingsInMemory } from '../helpers/settings-in-memory.ts'
import type { BenchRow } from './bench-row.ts'

const root = join(import.meta.dirname, '..', '..')
const lambdas = 20
const casesEach = 50
const rounds = 5
/** A cold start is as fast as the machine is at that moment, so that more of them make the median steady. */
const coldRounds = 15

/** Tests, watch and opening of a workspace. Wants the built command line in `out/main`. */
export async function benchCases(): Promise<readonly BenchRow[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bench-cases-')))
  writeWorkspace(folder)
  return [...(await benchColdStart(folder)), await benchWatch(folder), await benchOpening()]
}

/** The same cases three ways: one after the other in each round, so that a busy moment meets them all. */
async function benchColdStart(folder: string): Promise<BenchRow[]> {
  const ways: Readonly<Record<Way, readonly string[]>> = {
    studio: [join(root, 'out/main/cli.js'), 'test', '--workspace', folder],
    nodeTest: ['--test', '--test-reporter=dot', 'node-tests/*.test.js'],
    vitest: [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', 'vitest-tests'],
  }
  const all: Record<Way, number>[] = []
  for (let round = 0; round < coldRounds; round++) {
    const times = { studio: 0, nodeTest: 0, vitest: 0 }
    for (const way of turned(['studio', 'nodeTest', 'vitest'], round))
      times[way] = await timeOf(ways[way], folder)
    all.push(times)
  }
  const of = (way: Way): number => median(all.map((times) => times[way]))
  const share = median(all.map(({ studio, vitest }) => studio / vitest))
  const count = lambdas * casesEach
  return [
    {
      name: `${count} cases, isolated, from a cold start`,
      value: of('studio'),
      unit: 'ms',
      limit: of('nodeTest'),
    },
    { name: `${count} bare functions with node:test`, value: of('nodeTest'), unit: 'ms' },
    { name: `${count} bare functions with vitest`, value: of('vitest'), unit: 'ms' },
    { name: 'share of the time of vitest, by rounds', value: share, unit: 'x', limit: 1 / 3 },
  ]
}

type Way = 'studio' | 'nodeTest' | 'vitest'

/** Begins with another one each round: who comes first starts beside what the last one of the round before leaves. */
function turned(ways: readonly Way[], round: number): readonly Way[] {
  const first = round % ways.length
  return [...ways.slice(first), ...ways.slice(0, first)]
}

/** From the save of a body to the result of its cases, as `test --watch` goes about it. */
async function benchWatch(folder: string): Promise<BenchRow> {
  const times: number[] = []
  let onChange: (slugs: readonly string[]) => void = () => undefined
  const studio = createStudio({
    host: { version: '0.0.0', capabilities: pageCapabilities },
    sandbox: sandboxLauncher(pathToFileURL(join(root, 'electron/cli/main.ts')).href),
    keepSpare: true,
    settings: settingsInMemory(),
    emit: (event, payload) => {
      if (event === 'workspace.changed') onChange((payload as { slugs: readonly string[] }).slugs)
    },
  })
  const { api } = studio
  await api.workspace.open(folder)
  await api.tests.finish((await api.tests.start({})).jobId)
  for (let round = 0; round < 4 * rounds; round++) {
    const changed = new Promise<readonly string[]>((resolve) => (onChange = resolve))
    const started = performance.now()
    writeFileSync(join(folder, 'lambdas/lambda-0/lambda.js'), `${bodyOf(0)}// ${round}\n`)
    const slugs = await changed
    const { totals } = await api.tests.finish((await api.tests.start({ slugs: [...slugs] })).jobId)
    if (totals.passed !== casesEach) throw new Error(`${totals.passed} of ${casesEach} cases passed`)
    times.push(performance.now() - started)
  }
  studio.close()
  return {
    name: `watch: from save to the results of ${casesEach} cases`,
    value: median(times),
    unit: 'ms',
    limit: 150,
  }
}

/** Opening and listing a workspace that no program has read before in this process. */
async function benchOpening(): Promise<BenchRow> {
  const count = 5000
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bench-opening-')))
  put(join(folder, 'studio.json'), { version: 1 })
  for (let at = 0; at < count; at++) writeLambda(folder, at, 1)
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    const studio = createStudio({
      host: { version: '0.0.0', capabilities: pageCapabilities },
      sandbox: sandboxLauncher(pathToFileURL(join(root, 'electron/cli/main.ts')).href),
      keepSpare: false,
      watch: false,
      settings: settingsInMemory(),
      emit: () => undefined,
    })
    await studio.api.workspace.open(folder)
    const listing = await studio.api.lambdas.list()
    if (listing.lambdas.length !== count)
      throw new Error(`${listing.lambdas.length} of ${count} lambdas listed`)
    times.push(performance.now() - started)
    studio.close()
  }
  return { name: `opening a workspace of ${count} lambdas`, value: median(times), unit: 'ms', limit: 1500 }
}

function writeWorkspace(folder: string): void {
  put(join(folder, 'studio.json'), { version: 1 })
  for (let at = 0; at < lambdas; at++) {
    writeLambda(folder, at, casesEach)
    put(join(folder, `node-tests/lambda-${at}.test.js`), bareTests(at, "import { test } from 'node:test'"))
    put(join(folder, `vitest-tests/lambda-${at}.test.js`), bareTests(at, "import { test } from 'vitest'"))
  }
  put(join(folder, 'package.json'), { type: 'module' })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
}

function writeLambda(folder: string, at: number, cases: number): void {
  const own = join(folder, `lambdas/lambda-${at}`)
  put(join(own, 'lambda.js'), bodyOf(at))
  put(join(own, 'lambda.json'), {
    name: `Lambda ${at}`,
    type: 'JWTPopulate',
    engineType: 'GraalJS',
    debug: false,
    ids: {},
  })
  for (let each = 0; each < cases; each++) {
    put(join(own, `cases/case-${each}.json`), {
      input: inputOf(each),
      expect: { arguments: expectedOf(at, each) },
    })
  }
}

function bodyOf(at: number): string {
  return [
    'function populate(jwt, user, registration) {',
    `  jwt.lambda = ${at}`,
    "  jwt.roles = registration.roles.filter((role) => role !== 'hidden')",
    '  jwt.groups = user.data.groups.map((group) => ({ name: group, size: group.length }))',
    "  console.info('roles ' + jwt.roles.length)",
    '}',
    '',
  ].join('\n')
}

const inputOf = (each: number) => ({
  jwt: { sub: String(each), iat: 1_772_439_330, exp: 1_772_442_930 },
  user: { id: String(each), data: { groups: ['one', `group-${each}`] } },
  registration: { roles: ['hidden', `role-${each}`] },
})

const expectedOf = (at: number, each: number) => ({
  jwt: {
    lambda: at,
    roles: [`role-${each}`],
    groups: [
      { name: 'one', size: 3 },
      { name: `group-${each}`, size: `group-${each}`.length },
    ],
  },
})

/** What somebody writes who tests the bare function: no isolation, no rules of FusionAuth, no console. */
function bareTests(at: number, importTest: string): string {
  const cases = Array.from({ length: casesEach }, (_, each) => ({
    input: inputOf(each),
    expected: expectedOf(at, each),
  }))
  return [
    importTest,
    "import assert from 'node:assert/strict'",
    'console.info = () => {}',
    bodyOf(at),
    `for (const [at, { input, expected }] of ${JSON.stringify(cases)}.entries()) {`,
    '  test(`case ${at}`, () => {',
    '    populate(input.jwt, input.user, input.registration)',
    '    assert.partialDeepStrictEqual(input, expected)',
    '  })',
    '}',
    '',
  ].join('\n')
}

function put(path: string, content: string | object): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
}

/** Milliseconds that a program takes from its start to its end; it must end well. */
function timeOf(args: readonly string[], cwd: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
    let complaint = ''
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaint += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(performance.now() - started)
      else reject(new Error(`${args.join(' ')} ended with ${code}: ${complaint.slice(0, 2000)}`))
    })
  })
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
