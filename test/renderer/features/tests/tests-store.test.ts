import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Job } from '../../../../electron/contract/models/job.ts'
import type { CaseResult, TestRun } from '../../../../electron/contract/models/test.ts'
import type { useTests as UseTests } from '../../../../renderer/features/tests/tests-store.ts'
import { AnsweringStudio } from '../../answering-studio.ts'

const studio = new AnsweringStudio()
let useTests: typeof UseTests

const job = (fields: Partial<Job> = {}): Job => ({
  id: 'job-1',
  kind: 'test',
  state: 'running',
  done: 0,
  total: 2,
  startedAt: '2026-01-01T00:00:00Z',
  ...fields,
})
const result = (name: string, status: CaseResult['status']): CaseResult => ({
  lambda: 'roles',
  case: name,
  status,
  failures: [],
  durationMs: 1,
})
const run = (results: readonly CaseResult[]): TestRun => ({
  jobId: 'job-1',
  state: 'done',
  results,
  totals: { passed: 0, failed: 0, skipped: 0 },
  coverage: [{ lambda: 'roles', lines: [], branches: [], functions: [], percent: 50 }],
  problems: [],
  durationMs: 5,
})

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  useTests = (await import('../../../../renderer/features/tests/tests-store.ts')).useTests
  studio.answers.set('tests.start', () => ({ jobId: 'job-1' }))
  studio.answers.set('jobs.list', () => [job()])
})

beforeEach(() => {
  setActivePinia(createPinia())
  localStorage.clear()
  studio.calls.length = 0
})

/** Lets what was answered come through. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

test('results show as they come', async () => {
  const tests = useTests()
  await tests.start({})
  studio.tell('tests.results', { jobId: 'job-1', results: [result('one', 'passed')] })
  studio.tell('jobs.changed', job({ done: 1 }))
  expect(tests.resultOf('roles', 'one')?.status).toBe('passed')
  expect(tests.job).toMatchObject({ done: 1, total: 2 })
  expect(tests.running).toBe(true)
})

test('the end of a test brings what its events did not', async () => {
  const tests = useTests()
  studio.answers.set('tests.read', () => run([result('one', 'failed'), result('two', 'passed')]))
  await tests.start({})
  studio.tell('jobs.changed', job({ state: 'done', done: 2 }))
  await settled()
  expect(tests.totals).toEqual({ passed: 1, failed: 1, skipped: 0 })
  expect([...tests.failedSlugs]).toEqual(['roles'])
  expect(tests.coverageOf('roles')?.percent).toBe(50)
  expect(tests.running).toBe(false)
})

test('a case that a cancelled test left out keeps its last result', () => {
  const tests = useTests()
  studio.tell('tests.results', { jobId: 'job-1', results: [result('one', 'failed')] })
  studio.tell('tests.results', { jobId: 'job-2', results: [result('one', 'skipped')] })
  expect(tests.resultOf('roles', 'one')?.status).toBe('failed')
})

test('saving tests the saved lambdas alone, and only where that is asked for', async () => {
  const tests = useTests()
  tests.saved(['roles'])
  tests.setWatching(true)
  tests.saved(['roles', 'claims'])
  await settled()
  expect(studio.callsOf('tests.start')).toEqual([[{ slugs: ['roles', 'claims'], coverage: true }]])
})

test('what all lambdas run with takes in what was saved beside it', async () => {
  const tests = useTests()
  tests.setWatching(true)
  studio.tell('jobs.changed', job())
  tests.saved(['roles'])
  tests.saved('all')
  studio.answers.set('tests.read', () => run([]))
  studio.tell('jobs.changed', job({ state: 'done' }))
  await settled()
  expect(studio.callsOf('tests.start')).toEqual([[{ coverage: true }]])
})

test('what is saved during a test is tested after it', async () => {
  const tests = useTests()
  tests.setWatching(true)
  studio.tell('jobs.changed', job())
  tests.saved(['roles'])
  tests.saved(['roles'])
  expect(studio.callsOf('tests.start')).toEqual([])
  studio.answers.set('tests.read', () => run([]))
  studio.tell('jobs.changed', job({ state: 'done' }))
  await settled()
  expect(studio.callsOf('tests.start')).toEqual([[{ slugs: ['roles'], coverage: true }]])
})

test('lines that an earlier body ran are not marked in the one that was saved meanwhile', async () => {
  const tests = useTests()
  studio.answers.set('tests.read', () => run([result('one', 'passed')]))
  await tests.start({})
  tests.forgetCoverage('roles')
  studio.tell('jobs.changed', job({ state: 'done' }))
  await settled()
  expect(tests.coverageOf('roles')).toBeUndefined()
  studio.tell('jobs.changed', job({ id: 'job-2' }))
  studio.tell('jobs.changed', job({ id: 'job-2', state: 'done' }))
  await settled()
  expect(tests.coverageOf('roles')).toBeDefined()
})
