import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { putFile, temporaryFolder } from '../helpers/workspace-studio.ts'

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'continuous-integration.md'), 'utf8')

/** The arguments of each command line that the workflow on the page runs. */
const steps = [...page.matchAll(/- run: node lambda-studio\/electron\/cli\/main\.ts (.*)/g)].map(([, args]) =>
  args!.replaceAll('${{ matrix.shard }}', '1').split(' '),
)

test('the workflow checks and tests', () => {
  expect(steps.map(([command]) => command)).toEqual(['check', 'test'])
})

test('every step of the workflow is good on a good workspace and leaves its reports', async () => {
  const cwd = temporaryFolder()
  await putFile(join(cwd, 'studio.json'), { version: 1 })
  expect((await runCli(['new', 'JWTPopulate', 'Add roles'], { cwd })).code).toBe(0)
  for (const args of steps) expect([args, (await runCli(args, { cwd })).code]).toEqual([args, 0])
  expect(readFileSync(join(cwd, 'reports/junit.xml'), 'utf8')).toContain('<testsuite name="add-roles"')
  expect(readFileSync(join(cwd, 'reports/coverage/lcov.info'), 'utf8')).toContain('lambda.js')
})

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
