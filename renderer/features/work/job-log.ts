import type { Job } from '../../../electron/contract/models/job.ts'
import type { CaseResult } from '../../../electron/contract/models/test.ts'
import type { MemberRunRow } from '../../../electron/contract/models/directory-run.ts'
import { hostMessage } from '../../messages/host-text.ts'
import { studio } from '../../studio.ts'

/** What became of one thing that a job had to do. */
export interface LogLine {
  readonly outcome: 'done' | 'skipped' | 'failed'
  readonly what: string
  readonly message: string
}

/** What became of a job's parts, as far as it came. */
export interface JobLog {
  /** What failed first, then what was skipped; not all of a long job. */
  readonly lines: readonly LogLine[]
  /** How many failed in all. */
  readonly failed: number
}

/** So many lines are drawn; all are on the screen that the work was begun on. */
const mostLines = 200

/** Reads what a job has done so far. */
export async function readLog({ id, kind }: Job): Promise<JobLog> {
  const { lines, failed } = await readers[kind](id)
  const order = ['failed', 'skipped', 'done']
  const sorted = lines.toSorted((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome))
  return { lines: sorted.slice(0, mostLines), failed }
}

const readers: Readonly<Record<Job['kind'], (id: string) => Promise<JobLog>>> = {
  test: testLog,
  property: testLog,
  sync: syncLog,
  members: memberLog,
  'member-run': memberRunLog,
  'event-log': () => Promise.resolve(whole([])),
}

/** The log of a job whose lines are all at hand. */
const whole = (lines: readonly LogLine[]): JobLog => ({
  lines,
  failed: lines.filter(({ outcome }) => outcome === 'failed').length,
})

async function testLog(id: string): Promise<JobLog> {
  const run = await studio.tests.read(id)
  const lines = (run?.results ?? []).map((result) => ({
    outcome: caseOutcomes[result.status],
    what: `${result.lambda} / ${result.case}`,
    message: result.failures.map(({ path }) => path).join(', '),
  }))
  return whole(lines)
}

const caseOutcomes: Readonly<Record<CaseResult['status'], LogLine['outcome']>> = {
  passed: 'done',
  failed: 'failed',
  skipped: 'skipped',
}

async function syncLog(id: string): Promise<JobLog> {
  const report = await studio.sync.read(id)
  return whole(
    (report?.results ?? []).map((result) => ({
      outcome: result.outcome,
      what: result.name,
      message: hostMessage(result),
    })),
  )
}

const firstRows = { startRow: 0, numberOfResults: mostLines }

/** The results come in the order of the list that was given, so what failed is asked for by itself. */
async function memberLog(id: string): Promise<JobLog> {
  const outcomes = ['failed', 'skipped', 'done'] as const
  const pages = await Promise.all(
    outcomes.map((outcome) => studio.members.results(id, { ...firstRows, outcome })),
  )
  const lines = pages
    .flatMap(({ results }) => results)
    .map((result) => ({ outcome: result.outcome, what: result.given, message: hostMessage(result) }))
  return { lines, failed: pages[0]?.totals.failed ?? 0 }
}

const badOutcomes = ['threw', 'timed-out', 'out-of-memory', 'crashed', 'refused', 'failed'] as const

async function memberRunLog(id: string): Promise<JobLog> {
  const [bad, good] = await Promise.all([
    studio.members.runRows(id, { ...firstRows, outcomes: [...badOutcomes] }),
    studio.members.runRows(id, { ...firstRows, outcomes: ['completed'] }),
  ])
  const lines = [...bad.rows, ...good.rows].map((row) => ({
    outcome: row.outcome === 'completed' ? ('done' as const) : ('failed' as const),
    what: nameOf(row),
    message: row.error ? hostMessage(row.error) : row.outcome,
  }))
  return { lines, failed: bad.total }
}

function nameOf({ user, userId }: MemberRunRow): string {
  return user?.email ?? user?.username ?? userId
}
