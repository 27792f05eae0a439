import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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
