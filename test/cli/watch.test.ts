import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { eventually, putFile, temporaryFolder } from '../helpers/workspace-studio.ts'

vi.setConfig({ testTimeout: 60_000 })

const entry = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'main.ts')
const watching = 'Watching for changes'

const started: ChildProcessWithoutNullStreams[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

/** A `test --watch` under way in a process of its own. */
class Watch {
  readonly #child: ChildProcessWithoutNullStreams
  #text = ''
  #seen = 0

  constructor(cwd: string, args: readonly string[] = []) {
    const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1' }
    delete env['FORCE_COLOR']
    this.#child = spawn(process.execPath, [entry, 'test', '--watch', ...args], { cwd, env })
    started.push(this.#child)
    const add = (chunk: string): void => void (this.#text += chunk)
    this.#child.stdout.setEncoding('utf8').on('data', add)
    this.#child.stderr.setEncoding('utf8').on('data', add)
  }

  /** What was printed up to the next time that it waits for changes. */
  async next(): Promise<string> {
    const from = this.#seen
    await eventually(() => this.#text.indexOf(watching, from) >= 0, `${this.#text} goes on watching`)
    // Results and notes go two ways; what came before the note may come after it.
    await eventually(() => /\d+ (passed|failed)/.test(this.#text.slice(from)), 'its results')
    this.#seen = this.#text.length
    return this.#text.slice(from)
  }

  async says(text: string): Promise<void> {
    await eventually(() => this.#text.includes(text, this.#seen), text)
    this.#seen = this.#text.length
  }

  async interrupt(): Promise<{ code: number | null; signal: string | null }> {
    const closed = once(this.#child, 'close')
    this.#child.kill('SIGINT')
    const [code, signal] = (await closed) as [number | null, string | null]
    return { code, signal }
  }
}

const bodyWith = (id: string): string => `function populate(jwt, user) {\n  jwt.id = ${id}\n}\n`

/** As editors do: the text is written beside the file and takes its place at once. */
async function save(path: string, text: string | object): Promise<void> {
  await putFile(`${path}.new`, text)
  await rename(`${path}.new`, path)
}

async function workspace(): Promise<string> {
  const folder = temporaryFolder()
  await putFile(join(folder, 'studio.json'), { version: 1 })
  for (const slug of ['ids', 'others']) {
    await putFile(join(folder, `lambdas/${slug}/lambda.js`), bodyWith('user.id'))
    await putFile(join(folder, `lambdas/${slug}/lambda.json`), { name: slug, type: 'JWTPopulate' })
    await putFile(join(folder, `lambdas/${slug}/cases/is-kept.json`), {
      input: { jwt: {}, user: { id: '1' } },
      expect: { arguments: { jwt: { id: '1' } } },
    })
  }
  return folder
}

test('a save is tested at once, and only its lambda; Ctrl+C ends with the last outcome', async () => {
  const folder = await workspace()
  const watch = new Watch(folder)
  expect(await watch.next()).toContain('2 passed')
  await save(join(folder, 'lambdas/ids/lambda.js'), bodyWith('user.name'))
  const failed = await watch.next()
  expect(failed).toContain('1 failed')
  expect(failed).toContain('/jwt/id')
  expect(failed).not.toContain('others')
  await save(join(folder, 'lambdas/ids/lambda.js'), bodyWith('user.id'))
  expect(await watch.next()).toContain('1 passed')
  await save(join(folder, 'lambdas/ids/cases/second.json'), {
    input: { jwt: {}, user: { id: '2' } },
    expect: { arguments: { jwt: { id: 'x' } } },
  })
  expect(await watch.next()).toContain('1 failed')
  expect(await watch.interrupt()).toEqual({ code: 1, signal: null })
})

test('a lambda that breaks or goes away is told and does not end the watch', async () => {
  const folder = await workspace()
  const watch = new Watch(folder, ['ids'])
  expect(await watch.next()).toContain('1 passed')
  await save(join(folder, 'lambdas/ids/lambda.js'), 'function populate(jwt {')
  expect(await watch.next()).toContain('1 failed')
  // Of lambdas that were not named, nothing is tested.
  await rm(join(folder, 'lambdas/others'), { recursive: true })
  await save(join(folder, 'lambdas/ids/lambda.js'), bodyWith('user.id'))
  expect(await watch.next()).toContain('1 passed')
  expect(await watch.interrupt()).toEqual({ code: 0, signal: null })
})

test('a workspace that was moved away is told, and tested again once it is back or has other settings', async () => {
  const folder = await workspace()
  const watch = new Watch(folder)
  expect(await watch.next()).toContain('2 passed')
  await rename(folder, `${folder}-away`)
  await watch.says('was deleted or moved away')
  await rename(`${folder}-away`, folder)
  expect(await watch.next()).toContain('2 passed')
  await save(join(folder, 'lambdas/ids/lambda.js'), bodyWith('[user.id].at(0)'))
  expect(await watch.next()).toContain('1 failed')
  await save(join(folder, 'studio.json'), { version: 1, ecmaVersion: 2022 })
  expect(await watch.next()).toContain('2 passed')
  expect(await watch.interrupt()).toEqual({ code: 0, signal: null })
})
