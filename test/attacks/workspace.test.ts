import { execFileSync } from 'node:child_process'
import { mkdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readText } from '../../electron/core/files/read-text.ts'
import { runCli } from '../helpers/cli.ts'
import { openWorkspace, type WorkspaceStudio } from '../helpers/workspace-studio.ts'

const settings = { name: 'Add', type: 'JWTPopulate', engineType: 'GraalJS', debug: false, ids: {} }
const body = 'function populate(jwt) { jwt.ok = true }\n'

let studio: WorkspaceStudio
beforeAll(async () => {
  studio = await openWorkspace()
})
afterAll(() => studio.close())

async function putLambda(slug: string): Promise<string> {
  await studio.put(`lambdas/${slug}/lambda.json`, settings)
  await studio.put(`lambdas/${slug}/lambda.js`, body)
  return join(studio.folder, 'lambdas', slug)
}

/** Ways to put something in the place of a file that never ends, or never begins. */
const traps = {
  pipe: (path: string) => Promise.resolve(execFileSync('sh', ['-c', 'mkfifo "$0"', path])),
  device: (path: string) => symlink('/dev/zero', path),
  terminal: (path: string) => symlink('/dev/tty', path),
}

describe.runIf(process.platform !== 'win32')('a pipe or device in a workspace keeps nobody waiting', () => {
  const refusal = { code: 'unreadable-file', message: expect.stringMatching(/pipe or a device/) as string }

  test.each(Object.entries(traps))('a %s', async (name, put) => {
    await putLambda('good')
    const slugs = { settings: `${name}-settings`, body: `${name}-body` }
    for (const [part, slug] of Object.entries(slugs)) {
      const path = join(await putLambda(slug), part === 'body' ? 'lambda.js' : 'lambda.json')
      await rm(path)
      await put(path)
    }
    const cases = join(await putLambda(`${name}-case`), 'cases')
    await mkdir(cases)
    await put(join(cases, 'trap.json'))

    const { lambdas, problems } = await studio.api.lambdas.list()
    expect(lambdas.map(({ slug }) => slug)).toContain('good')
    expect(problems.filter(({ slug }) => slug === slugs.settings)).toContainEqual(
      expect.objectContaining({ ...refusal, code: 'unreadable-file' }),
    )
    await expect(studio.api.lambdas.read(slugs.body)).rejects.toMatchObject(refusal)
    await expect(studio.api.lambdas.read(slugs.settings)).rejects.toMatchObject(refusal)

    const checked = await runCli(['check'], { cwd: studio.folder })
    expect(checked).toMatchObject({ code: 2, stderr: expect.stringMatching(/pipe or a device/) as string })
    const tested = await runCli(['test'], { cwd: studio.folder })
    expect(tested.stderr).toMatch(/trap\.json cannot be read: it is no file but a pipe or a device/)
    for (const slug of ['settings', 'body', 'case'])
      await rm(join(studio.folder, 'lambdas', `${name}-${slug}`), { recursive: true })
  })

  test('what the user names may be a pipe, but not one without end', async () => {
    await expect(readText('/dev/zero')).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringMatching(/^\/dev\/zero cannot be read: it has \d+ bytes or more/) as string,
    })
    const path = join(studio.folder, 'input')
    await traps.pipe(path)
    const read = readText(path)
    execFileSync('sh', ['-c', `echo '{"jwt":{}}' > "$0"`, path])
    expect(await read).toBe('{"jwt":{}}\n')
  })
})

test('a case that is nested too deeply, in any part, keeps no other case back', async () => {
  const deep = (depth: number): string => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)
  const cases = {
    good: '{"input":{"jwt":{}},"expect":{"outcome":"completed"}}',
    input: `{"input":{"jwt":${deep(100_000)}},"expect":{"outcome":"completed"}}`,
    expected: `{"input":{"jwt":{}},"expect":{"arguments":{"jwt":${deep(100_000)}}}}`,
    answer: `{"input":{"jwt":{}},"fetch":[{"url":"x","body":${deep(100_000)}}],"expect":{"outcome":"completed"}}`,
  }
  const { slug } = await studio.api.lambdas.create({ type: 'JWTPopulate', name: 'deep', body })
  for (const [name, text] of Object.entries(cases))
    await studio.put(`lambdas/${slug}/cases/${name}.json`, text)
  const { code, stdout, stderr } = await runCli(['test', slug, '--json'], { cwd: studio.folder })
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({
    cases: expect.arrayContaining([
      expect.objectContaining({ case: 'good', status: 'passed' }),
      expect.objectContaining({ case: 'input', status: 'failed' }),
    ]) as unknown,
    totals: { passed: 1, failed: 1 },
  })
  for (const name of ['expected', 'answer'])
    expect(stderr).toMatch(`${name}.json is not what is expected here`)
})
