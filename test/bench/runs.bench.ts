import { readFileSync } from 'node:fs'
import type { JsonObject } from '../../electron/contract/json.ts'
import type { RunRequest } from '../../electron/contract/models/run.ts'
import { describeLambdaType } from '../../electron/core/catalogue/catalogue.ts'
import { runLambdas } from '../../electron/core/runs/run-lambdas.ts'
import type { SandboxPool } from '../../electron/core/runs/sandbox-pool.ts'
import { createPool } from '../helpers/pool.ts'
import { sandboxPids } from '../helpers/sandbox-pids.ts'
import { openRealStudio } from '../helpers/studio.ts'
import type { BenchRow } from './bench-row.ts'
import { ColdIsolates, type ColdTask } from './cold-isolates.ts'

const info = describeLambdaType('JWTPopulate')
const input: JsonObject = info.samples[0]!.input
const request: RunRequest = { type: info.type, body: info.template, input }
const coldTask: ColdTask = {
  body: info.template,
  functionName: info.functionName,
  argumentsJson: JSON.stringify(info.parameters.map(({ name }) => input[name])),
}

/** Measures runs against bare isolates, by turns in one and the same stretch of time. */
export async function benchRuns(): Promise<BenchRow[]> {
  const cold = new ColdIsolates()
  try {
    await cold.run(coldTask, 50)
    return [
      ...(await benchOne(cold)),
      ...(await benchMany(cold)),
      ...(await benchKills()),
      ...(await benchMemory()),
    ]
  } finally {
    cold.close()
  }
}

/** One run through the whole studio against one cold run. */
async function benchOne(cold: ColdIsolates): Promise<BenchRow[]> {
  const studio = openRealStudio()
  const { api } = studio
  const warm: number[] = []
  const bare: number[] = []
  await repeat(50, () => api.runs.run(request))
  await repeat(400, async () => {
    bare.push(...(await cold.run(coldTask, 1)))
    warm.push(await timed(() => api.runs.run(request)))
  })
  studio.close()
  return [
    { name: 'runs: one cold isolate', value: median(bare), unit: 'ms' },
    { name: 'runs: one warm run through the studio', value: median(warm), unit: 'ms' },
    {
      name: 'runs: one warm run against a cold isolate',
      value: median(warm) / median(bare),
      unit: 'times',
      limit: 1.5,
    },
  ]
}

/** A thousand runs of one lambda against a thousand cold isolates in sequence. */
async function benchMany(cold: ColdIsolates): Promise<BenchRow[]> {
  const pool = createPool({ size: 4, spares: 0 })
  const thousand = Array.from({ length: 1000 }, () => request)
  await runLambdas(pool, thousand, () => undefined)
  const many: number[] = []
  const sequence: number[] = []
  await repeat(5, async () => {
    sequence.push(await timed(() => cold.run(coldTask, 1000)))
    many.push(await timed(() => runLambdas(pool, thousand, () => undefined)))
  })
  pool.close()
  return [
    { name: 'runs: 1,000 cold isolates in sequence', value: median(sequence), unit: 'ms' },
    { name: 'runs: 1,000 runs of one lambda', value: median(many), unit: 'ms' },
    {
      name: 'runs: 1,000 runs against cold isolates',
      value: median(many) / median(sequence),
      unit: 'times',
      limit: 1 / 2.5,
    },
  ]
}

/** The run after one that took its process with it, against a run after a good one. */
async function benchKills(): Promise<BenchRow[]> {
  const studio = openRealStudio()
  const { api } = studio
  const endless: RunRequest = {
    ...request,
    body: 'function populate() { new Array(1e9).fill(0) }',
    limits: { timeMs: 50, memoryMb: 64 },
    force: true,
  }
  const normal: number[] = []
  const afterKill: number[] = []
  await repeat(5, () => api.runs.run(request))
  await repeat(25, async () => {
    await repeat(5, async () => normal.push(await timed(() => api.runs.run(request))))
    await api.runs.run(endless)
    afterKill.push(await timed(() => api.runs.run(request)))
    // Time for the next spare to come up, as a user leaves it.
    await new Promise((resolve) => setTimeout(resolve, 600))
  })
  studio.close()
  return [
    { name: 'runs: the run after a kill', value: median(afterKill), unit: 'ms' },
    {
      name: 'runs: the run after a kill against a normal one',
      value: median(afterKill) / median(normal),
      unit: 'times',
      limit: 2,
    },
  ]
}

/** What a sandbox process holds after 10,000 runs more than after 100. */
async function benchMemory(): Promise<BenchRow[]> {
  const pool = createPool({ size: 1, spares: 0 })
  await runTimes(pool, 100)
  const before = residentMb(sandboxPids().at(-1)!)
  await runTimes(pool, 9_900)
  const after = residentMb(sandboxPids().at(-1)!)
  pool.close()
  return [
    { name: 'runs: resident memory after 100 runs', value: before, unit: 'MB' },
    { name: 'runs: resident memory more after 10,000 runs', value: after - before, unit: 'MB', limit: 64 },
  ]
}

async function runTimes(pool: SandboxPool, times: number): Promise<void> {
  await runLambdas(
    pool,
    Array.from({ length: times }, () => request),
    () => undefined,
  )
}

function residentMb(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}

async function repeat(times: number, act: () => Promise<unknown>): Promise<void> {
  for (let i = 0; i < times; i++) await act()
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await act()
  return performance.now() - started
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}
