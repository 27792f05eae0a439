import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { RunReport, RunRequest } from '../../../../electron/contract/models/run.ts'
import type { CallResult, Transport } from '../../../../electron/contract/transport.ts'
import type { useRuns as UseRuns } from '../../../../renderer/features/runs/runs-store.ts'
import { runReport } from '../../builders.ts'

const request: RunRequest = { type: 'JWTPopulate', body: 'function populate() {}', input: {} }

/** A studio that answers each call when the test says so. */
class SlowStudio implements Transport {
  readonly calls: { path: string; args: readonly unknown[]; settle: PromiseWithResolvers<CallResult> }[] = []

  call(path: string, args: readonly unknown[]): Promise<CallResult> {
    const settle = Promise.withResolvers<CallResult>()
    this.calls.push({ path, args, settle })
    return settle.promise
  }

  on(): () => void {
    return () => undefined
  }

  answer(index: number, report: RunReport): void {
    this.calls[index]!.settle.resolve({ ok: true, value: report })
  }
}

const studio = new SlowStudio()
let useRuns: typeof UseRuns

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  useRuns = (await import('../../../../renderer/features/runs/runs-store.ts')).useRuns
})

beforeEach(() => {
  setActivePinia(createPinia())
  studio.calls.length = 0
})

test('a run is under way until its report comes', async () => {
  const runs = useRuns()
  const done = runs.run('a', request)
  expect(runs.of('a')).toMatchObject({ kind: 'running' })
  studio.answer(0, runReport())
  await done
  expect(runs.of('a')).toMatchObject({ kind: 'reported', request, report: { outcome: 'completed' } })
})

test('the last result stays while the next run is under way', async () => {
  const runs = useRuns()
  const first = runs.run('a', request)
  studio.answer(0, runReport({ outcome: 'threw' }))
  await first
  void runs.run('a', request)
  expect(runs.of('a')).toMatchObject({ kind: 'running', before: { report: { outcome: 'threw' } } })
})

test('the last report stays where the next call fails', async () => {
  const runs = useRuns()
  const first = runs.run('a', request)
  studio.answer(0, runReport({ outcome: 'threw' }))
  await first
  const second = runs.run('a', request)
  studio.calls[1]!.settle.reject(new Error('socket hang up'))
  await second
  expect(runs.lastOf('a')).toMatchObject({ report: { outcome: 'threw' } })
})

test('a lambda counts as failed by its last report, not by a call that failed', async () => {
  const runs = useRuns()
  const first = runs.run('a', request)
  studio.calls[0]!.settle.reject(new Error('socket hang up'))
  await first
  expect(runs.failedIds.has('a')).toBe(false)
  const second = runs.run('a', request)
  studio.answer(1, runReport({ outcome: 'timed-out' }))
  await second
  expect(runs.failedIds.has('a')).toBe(true)
})

test('a late answer of an earlier run is not taken for the later one', async () => {
  const runs = useRuns()
  const first = runs.run('a', request)
  const second = runs.run('a', request)
  studio.answer(1, runReport({ outcome: 'completed' }))
  await second
  studio.answer(0, runReport({ outcome: 'threw' }))
  await first
  expect(runs.of('a')).toMatchObject({ report: { outcome: 'completed' } })
})

test('a refused call is kept with its hint', async () => {
  const runs = useRuns()
  const done = runs.run('a', request)
  const error = { code: 'invalid-arguments', message: 'No.', hint: 'Do it otherwise.' }
  studio.calls[0]!.settle.resolve({ ok: false, error })
  await done
  expect(runs.of('a')).toEqual({ kind: 'failed', error, before: undefined })
})

test('a studio that does not answer is told as such', async () => {
  const runs = useRuns()
  const done = runs.run('a', request)
  studio.calls[0]!.settle.reject(new Error('socket hang up'))
  await done
  expect(runs.of('a')).toMatchObject({ kind: 'failed', error: { code: 'host-unreachable' } })
})

test('stopping names the run that is under way', () => {
  const runs = useRuns()
  void runs.run('a', request)
  void runs.cancel('a')
  const runId = (studio.calls[0]!.args[0] as RunRequest).runId
  expect(studio.calls[1]).toMatchObject({ path: 'runs.cancel', args: [runId] })
})

test('stopping what is not running asks nothing', () => {
  void useRuns().cancel('a')
  expect(studio.calls).toEqual([])
})
