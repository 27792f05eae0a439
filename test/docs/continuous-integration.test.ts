import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { appendFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemo, type Demo } from '../../electron/demo/start-demo.ts'
import { runCli } from '../helpers/cli.ts'
import { putFile, temporaryFolder } from '../helpers/workspace-studio.ts'
import { root } from './blocks/blocks.ts'

/** The arguments of each command line that the workflow on a page runs. */
function stepsOf(page: string): readonly string[][] {
  const text = readFileSync(join(root, page), 'utf8')
  return [...text.matchAll(/- run: node lambda-studio\/electron\/cli\/main\.ts (.*)/g)].map(([, args]) =>
    args!.replaceAll('${{ matrix.shard }}', '1').split(' '),
  )
}

const pages = ['README.md', 'docs/continuous-integration.md']
const steps = stepsOf('docs/continuous-integration.md')

test.each(pages)('the workflow of %s checks and tests', (page) => {
  expect(stepsOf(page).map(([command]) => command)).toEqual(['check', 'test'])
})

test.each(pages)(
  'every step of the workflow of %s is good on a good workspace and leaves its reports',
  async (page) => {
    const cwd = temporaryFolder()
    await putFile(join(cwd, 'studio.json'), { version: 1 })
    expect((await runCli(['new', 'JWTPopulate', 'Add roles'], { cwd })).code).toBe(0)
    for (const args of stepsOf(page)) expect([args, (await runCli(args, { cwd })).code]).toEqual([args, 0])
    expect(readFileSync(join(cwd, 'reports/junit.xml'), 'utf8')).toContain('<testsuite name="add-roles"')
    expect(readFileSync(join(cwd, 'reports/coverage/lcov.info'), 'utf8')).toContain('lambda.js')
  },
)

test('the step that tests is not good where a case fails', async () => {
  const cwd = temporaryFolder()
  await putFile(join(cwd, 'studio.json'), { version: 1 })
  await runCli(['new', 'JWTPopulate', 'Add roles'], { cwd })
  await putFile(join(cwd, 'lambdas/add-roles/cases/fails.json'), {
    input: { jwt: {}, user: {} },
    expect: { absent: ['/user'] },
  })
  const codes = await Promise.all(
    [1, 2].map(async (at) => {
      const args = steps[1]!.map((each) => each.replace('1/2', `${at}/2`))
      return (await runCli(args, { cwd })).code
    }),
  )
  expect(codes.toSorted()).toEqual([0, 1])
})

/** The step of a page that pushes, as it is written, with what it has in its environment. */
function pushStepOf(page: string): { readonly run: string; readonly env: Record<string, string> } {
  const text = readFileSync(join(root, page), 'utf8')
  const [, run = '', env = ''] =
    /- name: Push\n(?:.*\n)?? *run: (.*)\n *env:\n((?: +FUSIONAUTH_.*\n)+)/.exec(text) ?? []
  const pairs = [...env.matchAll(/(FUSIONAUTH_\w+): (.*)/g)].map(
    ([, name, value]) => [name!, value!] as const,
  )
  return { run, env: Object.fromEntries(pairs) }
}

let demo: Demo

beforeAll(async () => {
  demo = await startDemo({ port: 0, users: 3, seed: 11 })
})
afterAll(() => demo.close())

/** Runs a step as a build server does: in a shell, in a folder that has the studio beside the workspace. */
function runStep(run: string, cwd: string, url: string): Promise<{ code: number | null; said: string }> {
  const main = join(root, 'electron', 'cli', 'main.ts').replaceAll('\\', '/')
  const program = process.execPath.replaceAll('\\', '/')
  const typed = run.replace('node lambda-studio/electron/cli/main.ts', `"${program}" "${main}"`)
  const key = demo.keys.find(({ scope }) => scope === 'global')!.key
  return new Promise((resolve, reject) => {
    const env = { ...process.env, FUSIONAUTH_API_KEY: key, FUSIONAUTH_URL: url }
    const child = spawn('bash', ['-c', typed], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, said }))
  })
}

test.each(pages)('the step of %s that pushes has the key alone, and a pin for it', (page) => {
  const { run, env } = pushStepOf(page)
  expect(run).toContain(' --yes')
  expect(env).toEqual({
    FUSIONAUTH_API_KEY: '${{ secrets.FUSIONAUTH_API_KEY }}',
    FUSIONAUTH_URL: 'https://auth.example.com',
  })
})

test.each(pages)(
  'the step of %s pushes from machines that start from nothing, to the pinned address',
  async (page) => {
    const cwd = temporaryFolder()
    const name = `Of ${page}`
    await putFile(join(cwd, 'studio.json'), {
      version: 1,
      instances: [{ id: 'prod', name: 'Production', url: demo.url }],
    })
    await runCli(['new', 'JWTPopulate', name], { cwd })
    await runCli(['new', 'UserInfoPopulate', `${name} too`], { cwd })
    const { run } = pushStepOf(page)
    expect(await runStep(run, cwd, 'https://auth.example.com')).toMatchObject({
      code: 2,
      said: expect.stringContaining('nothing was sent') as string,
    })
    expect(await runStep(run, cwd, demo.url)).toMatchObject({ code: 0 })
    // The next machine has neither what was in step nor, where nobody committed it, the id.
    await rm(join(cwd, '.studio'), { recursive: true })
    const [slug] = readdirSync(join(cwd, 'lambdas'))
    await appendFile(join(cwd, 'lambdas', slug!, 'lambda.js'), '// Merged.\n')
    const next = await runStep(run, cwd, demo.url)
    expect(next).toEqual({ code: 0, said: expect.stringContaining('Changed on the instance.') as string })
  },
)
