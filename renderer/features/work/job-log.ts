import type { Job } from '../../../electron/contract/models/job.ts'
import type { CaseResult } from '../../../electron/contract/models/test.ts'
import type { MemberRunRow } from '../../../electron/contract/models/directory-run.ts'
import { studio } from '../../studio.ts'

/** What became of one thing that a job had to do. */
export interface LogLine {
  readonly outcome: 'done' | 'skipped' | 'failed'
  readonly what: string
  readonly message: string
}

/** The newest lines alone are drawn; all are on the screen that the work was begun on. */
const mostLines = 200

/** Reads what a job has done so far, what failed first. */
export async function readLog({ id, kind }: Job): Promise<readonly LogLine[]> {
  const lines = await readers[kind](id)
  const order = ['failed', 'skipped', 'done']
  return lines
    .toSorted((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome))
    .slice(0, mostLines)
}

const readers: Readonly<Record<Job['kind'], (id: string) => Promise<readonly LogLine[]>>> = {
  test: testLines,
  property: testLines,
  sync: syncLines,
  members: memberLines,
  'member-run': memberRunLines,
  'event-log': () => Promise.resolve([]),
}

async function testLines(id: string): Promise<readonly LogLine[]> {
  const run = await studio.tests.read(id)
  return (run?.results ?? []).map((result) => ({
    outcome: caseOutcomes[result.status],
    what: `${result.lambda} / ${result.case}`,
    message: result.failures.map(({ path }) => path).join(', '),
  }))
}

const caseOutcomes: Readonly<Record<CaseResult['status'], LogLine['outcome']>> = {
  passed: 'done',
  failed: 'failed',
  skipped: 'skipped',
}

async function syncLines(id: string): Promise<readonly LogLine[]> {
  const report = await studio.sync.read(id)
  return (report?.results ?? []).map(({ outcome, name, message }) => ({ outcome, what: name, message }))
}

async function memberLines(id: string): Promise<readonly LogLine[]> {
  const { results } = await studio.members.results(id, { startRow: 0, numberOfResults: mostLines })
  return results.map(({ outcome, given, message }) => ({ outcome, what: given, message }))
}

async function memberRunLines(id: string): Promise<readonly LogLine[]> {
  const { rows } = await studio.members.runRows(id, { startRow: 0, numberOfResults: mostLines })
  return rows.map((row) => ({
    outcome: row.outcome === 'completed' ? 'done' : 'failed',
    what: nameOf(row),
    message: row.error?.message ?? row.outcome,
  }))
}

function nameOf({ user, userId }: MemberRunRow): string {
  return user?.email ?? user?.username ?? userId
}
