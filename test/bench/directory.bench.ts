import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { DemoKey } from '../../electron/demo/start-demo.ts'
import type { BenchRow } from './bench-row.ts'
import type { ChangeFigures, RunFigures } from './directory-figures.ts'

const users = 200_000
const entry = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'main.ts')

/** Measures groups and members against a demo in a process of its own. */
export async function benchDirectory(): Promise<BenchRow[]> {
  const demo = await serveDemo()
  try {
    const changes = await measure<ChangeFigures>(demo, [])
    // Studio and sandbox on one core, the demo on others, where the system can say so.
    const run = await measure<RunFigures>(demo, [changes.groupId], onOneCore)
    return [...pageRows(changes), ...changeRows(changes), ...runRows(run)]
  } finally {
    demo.end()
  }
}

function pageRows({ members, pageRequests, pageMs, lastPageMs }: ChangeFigures): BenchRow[] {
  return [
    { name: 'directory: members of the group', value: members, unit: 'members' },
    {
      name: 'directory: requests for its first page of 100',
      value: pageRequests,
      unit: 'requests',
      limit: 3,
    },
    { name: 'directory: its first page', value: pageMs, unit: 'ms' },
    { name: 'directory: its last page', value: lastPageMs, unit: 'ms' },
  ]
}

function changeRows({ addMs, singleMs, added }: ChangeFigures): BenchRow[] {
  return [
    { name: 'directory: users added in batches', value: added, unit: 'users' },
    { name: 'directory: adding them', value: addMs, unit: 'ms' },
    { name: 'directory: the same with one request each', value: singleMs, unit: 'ms' },
    { name: 'directory: batches against one request each', value: addMs / singleMs, unit: 'x', limit: 0.1 },
  ]
}

function runRows({ runMs, ownMs, ran }: RunFigures): BenchRow[] {
  const perThousand = (runMs / ran) * 1000
  const own = (ownMs / ran) * 1000
  return [
    { name: 'directory: members that a lambda ran for', value: ran, unit: 'members' },
    {
      name: 'directory: a lambda for 1,000 members on one core',
      value: perThousand,
      unit: 'ms',
      limit: 1000,
    },
    { name: 'directory: of that outside the sandbox', value: own, unit: 'ms' },
  ]
}

interface ServedDemo {
  readonly url: string
  readonly key: string
  end(): void
}

async function serveDemo(): Promise<ServedDemo> {
  const args = [entry, 'demo', '--port', '0', '--users', String(users), '--seed', '1', '--json']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const line = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      if (text.includes('\n')) resolve(text)
    })
    child.once('close', () => reject(new Error('The demo ended before it served.')))
  })
  const { url, keys } = JSON.parse(line) as { url: string; keys: DemoKey[] }
  const key = keys.find(({ scope }) => scope === 'global')?.key ?? ''
  return { url, key, end: () => void child.kill() }
}

const taskset = '/usr/bin/taskset'
const onOneCore = existsSync(taskset) ? [taskset, '-c', '0'] : []

async function measure<Figures>(
  { url, key }: ServedDemo,
  args: readonly string[],
  before: readonly string[] = [],
): Promise<Figures> {
  const script = join(import.meta.dirname, 'directory-figures.ts')
  const [command = '', ...rest] = [...before, process.execPath, script, url, ...args]
  const { stdout } = await promisify(execFile)(command, rest, { env: { ...process.env, DEMO_KEY: key } })
  return JSON.parse(stdout) as Figures
}
