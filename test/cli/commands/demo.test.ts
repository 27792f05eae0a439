import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { runCli } from '../../helpers/cli.ts'

const entry = join(import.meta.dirname, '..', '..', '..', 'electron', 'cli', 'main.ts')
const cwd = mkdtempSync(join(tmpdir(), 'cli-demo-'))
const started: ChildProcess[] = []

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

/** Starts `demo` and waits until what it has printed fits. */
async function serve(
  args: readonly string[],
  printed: RegExp,
): Promise<{ child: ChildProcess; stdout: string }> {
  const child = spawn(process.execPath, [entry, 'demo', '--port', '0', '--users', '5', ...args], { cwd })
  started.push(child)
  let stdout = ''
  for await (const chunk of child.stdout.setEncoding('utf8') as AsyncIterable<string>) {
    stdout += chunk
    if (printed.test(stdout)) break
  }
  return { child, stdout }
}

interface Line {
  readonly url: string
  readonly keys: readonly { name: string; scope: string; key: string }[]
}

describe('demo', () => {
  test('--json prints one line with address and keys, serves, and ends with 0 when told to', async () => {
    const { child, stdout } = await serve(['--json', '--seed', '1'], /\n$/)
    const { url, keys } = JSON.parse(stdout) as Line
    expect(stdout.trim().split('\n')).toHaveLength(1)
    expect(keys.map(({ scope }) => scope)).toEqual(['global', 'tenant', 'read-only'])
    const response = await fetch(`${url}/api/lambda`, { headers: { Authorization: keys[0]!.key } })
    expect(response.status).toBe(200)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  test('tells people the address and the keys', async () => {
    const { stdout } = await serve([], /Ctrl\+C/)
    expect(stdout).toMatch(/http:\/\/127\.0\.0\.1:\d+/)
    expect(stdout).toMatch(/Global +\S{60,}\n +Tenant +\S{60,}\n +Read only +\S{60,}\n/)
  })

  test.each([
    [['--port', '99999']],
    [['--users', '200001']],
    [['--users', 'many']],
    [['--seed', '-1']],
    [['--nonsense']],
    [['extra']],
  ])('%j is wrong usage', async (args) => {
    const { code, stdout } = await runCli(['demo', ...args, '--json'], { cwd })
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'wrong-usage' } })
  })

  test('a data file that cannot be written is told', async () => {
    const args = ['demo', '--port', '0', '--data', join(cwd, 'missing', 'world.jsonl'), '--json']
    const { code, stdout } = await runCli(args, { cwd })
    expect([code, JSON.parse(stdout)]).toMatchObject([2, { error: { code: 'demo-data-unwritable' } }])
  })
})
