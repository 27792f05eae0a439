import { afterAll, describe, expect, test } from 'vitest'
import type { RunRequest } from '../../../electron/contract/models/run.ts'
import { runLambdas, type RunResult } from '../../../electron/core/runs/run-lambdas.ts'
import { createPool } from '../../helpers/pool.ts'
import { requestOf, startStudio } from '../../helpers/studio.ts'

const api = startStudio()
const pool = createPool({ size: 2 })
afterAll(() => pool.close())

async function runAll(requests: readonly RunRequest[], signal?: AbortSignal): Promise<RunResult[]> {
  const results: RunResult[] = []
  await runLambdas(pool, requests, (result, index) => (results[index] = result), signal)
  return results
}

const good = requestOf('function populate(jwt) { jwt.done = true }')
const refused: RunRequest = { ...good, body: 'function other() {}', force: false }
const unusable = { ...good, input: { jwt: { a: 'x'.repeat(5_000_000) } } }

describe('many requests', () => {
  test('give each a report at its own index, or say why there is none', async () => {
    const results = await runAll([
      good,
      refused,
      unusable,
      requestOf('function populate() { throw new Error("x") }'),
      good,
    ])
    const words = results.map((result) =>
      result.kind === 'report' ? result.report.outcome : result.error.code,
    )
    expect(words).toEqual(['completed', 'refused', 'input-too-large', 'threw', 'completed'])
  })

  test('give the same reports as one after the other', async () => {
    const requests = ['a', 'b', 'a', 'c', 'a'].map((name) =>
      requestOf(`function populate(jwt) { jwt.${name} = 1; jwt.sub = 2 }`),
    )
    const measured = { durationMs: 0, heapBytes: 0 }
    const many = await runAll(requests)
    for (const [index, request] of requests.entries()) {
      const result = many[index]!
      expect(result.kind).toBe('report')
      if (result.kind !== 'report') continue
      expect({ ...result.report, ...measured }).toEqual({ ...(await api.runs.run(request)), ...measured })
    }
  })

  test('that are aborted fail with a code', async () => {
    const results = await runAll([good, good], AbortSignal.abort())
    expect(results.map((result) => result.kind === 'failed' && result.error.code)).toEqual([
      'run-cancelled',
      'run-cancelled',
    ])
  })
})
