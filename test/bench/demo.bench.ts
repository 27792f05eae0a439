import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { BenchRow } from './bench-row.ts'
import type { DemoFigures } from './demo-figures.ts'

/** Measures the demo in processes of its own, so that neither size nor caches of this one show in the figures. */
export async function benchDemo(): Promise<BenchRow[]> {
  const small = [await measure(500), await measure(500), await measure(500)]
  const large = await measure(200_000)
  return [
    {
      name: 'demo: start with 500 users',
      value: median(small.map(({ startMs }) => startMs)),
      unit: 'ms',
      limit: 300,
    },
    { name: 'demo: start with 200,000 users', value: large.startMs, unit: 'ms', limit: 8_000 },
    { name: 'demo: memory with 200,000 users, at most', value: large.peakMb, unit: 'MB', limit: 600 },
    { name: 'demo: members of the largest group', value: large.members, unit: 'members' },
    {
      name: 'demo: page of 25 members and their users, first',
      value: large.firstPageMs,
      unit: 'ms',
      limit: 5,
    },
    { name: 'demo: page of 25 members and their users, last', value: large.lastPageMs, unit: 'ms', limit: 5 },
    { name: 'demo: user search by text', value: large.searchMs, unit: 'ms' },
  ]
}

async function measure(users: number): Promise<DemoFigures> {
  const script = join(import.meta.dirname, 'demo-figures.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [script, String(users)])
  return JSON.parse(stdout) as DemoFigures
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN
}
