import type { BenchRow } from './bench-row.ts'
import { benchCases } from './cases.bench.ts'
import { benchDemo } from './demo.bench.ts'
import { benchDirectory } from './directory.bench.ts'
import { benchPage } from './page.bench.ts'
import { benchRuns } from './runs.bench.ts'
import { benchSync } from './sync.bench.ts'

/** Every bench by the name under which `npm run bench` takes it. */
const benches: Readonly<Record<string, () => Promise<readonly BenchRow[]>>> = {
  runs: benchRuns,
  cases: benchCases,
  demo: benchDemo,
  sync: benchSync,
  directory: benchDirectory,
  page: benchPage,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0) {
  console.error(`There is no bench named ${unknown.join(', ')}; there is ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}

const rows: BenchRow[] = []
for (const name of asked.length > 0 ? asked : Object.keys(benches)) rows.push(...(await benches[name]!()))

const width = Math.max(...rows.map(({ name }) => name.length))
for (const { name, value, unit, limit } of rows) {
  const figure = `${value.toFixed(2).padStart(10)} ${unit.padEnd(6)}`
  const verdict = limit === undefined ? '' : `limit ${limit}  ${value <= limit ? 'ok' : 'over'}`
  console.info(`${name.padEnd(width)} ${figure} ${verdict}`)
}
if (rows.some(({ value, limit }) => limit !== undefined && value > limit)) process.exitCode = 1
