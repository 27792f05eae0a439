import type { z } from 'zod'
import type { memberRun, MemberRunError, MemberRunRow } from '../../../contract/models/directory-run.ts'
import type { RunError, RunReport, RunRequest } from '../../../contract/models/run.ts'
import { messageOf, said, say } from '../../../contract/words.ts'
import { describeLambdaType } from '../../catalogue/catalogue.ts'
import { mapInParallel } from '../../files/map-in-parallel.ts'
import type { Instance } from '../../instance/instance.ts'
import { runLambdas, type RunResult } from '../../runs/run-lambdas.ts'
import type { SandboxPool } from '../../runs/sandbox-pool.ts'
import { inputOfUser, type InputPurpose } from '../input/input-of-user.ts'
import { maskValue } from '../input/mask-value.ts'
import { joinedOrder } from '../members/member-pages.ts'
import { summaryOf } from '../people/summary.ts'
import { readPersonAnswer, type MemberAnswer, type Person } from '../rest/answers.ts'
import { searchMembers } from '../rest/members.ts'
import { chunksOf, usersByIds } from '../rest/users.ts'
import type { RunRows } from './run-rows.ts'

/** Members that are read together. */
const pageSize = 500
/** Members whose runs are prepared together, and how often at once: what is prepared late is soon gone again. */
const sliceSize = 64
const slicesAtOnce = 2

/** What a run over a group works with. */
export interface GroupRun {
  readonly instance: Instance
  readonly order: z.output<typeof memberRun>
  readonly purpose: InputPurpose
  readonly pool: SandboxPool
  readonly rows: RunRows
  readonly signal: AbortSignal
  progress(done: number, total: number): void
}

/** Members of one page with their users. */
interface PeoplePage {
  readonly startRow: number
  readonly members: readonly MemberAnswer[]
  readonly people: ReadonlyMap<string, Person>
  readonly total: number
}

/** Runs a lambda once for each member; the next page is read while one is run. */
export async function runForMembers(run: GroupRun): Promise<void> {
  let next: Promise<PeoplePage> | null = readPage(run, 0)
  while (next) {
    const page: PeoplePage = await next
    run.progress(run.rows.count, page.total)
    const startRow = page.startRow + page.members.length
    const isLast = page.members.length === 0 || startRow >= page.total || run.signal.aborted
    const following: Promise<PeoplePage> | null = isLast ? null : readPage(run, startRow)
    // It fails where it is waited for; until then nobody would see it.
    following?.catch(() => undefined)
    await runPage(run, page)
    next = following
  }
}

async function readPage({ instance, order, signal }: GroupRun, startRow: number): Promise<PeoplePage> {
  const criteria = { groupId: order.groupId, startRow, numberOfResults: pageSize, orderBy: joinedOrder }
  const { members, total } = await searchMembers(instance, criteria, signal)
  const userIds = members.map(({ userId }) => userId)
  const people = await usersByIds(instance, userIds, ['registrations', 'memberships'], signal)
  return { startRow, members, people, total }
}

async function runPage(run: GroupRun, page: PeoplePage): Promise<void> {
  const rows = page.members.map(({ userId }, at) => ({ userId, at: page.startRow + at }))
  await mapInParallel(chunksOf(rows, sliceSize), slicesAtOnce, (slice) => runSlice(run, page, slice))
}

async function runSlice(
  run: GroupRun,
  { people, total }: PeoplePage,
  slice: readonly { readonly userId: string; readonly at: number }[],
): Promise<void> {
  const prepared = slice.flatMap(({ userId, at }) => {
    const person = people.get(userId)
    if (!person) run.rows.put(at, missingRow(shownId(run, userId)))
    return person ? [prepare(run, person, at)] : []
  })
  await runLambdas(
    run.pool,
    prepared.map(({ request }) => request),
    (result, index) => {
      const one = prepared[index]
      if (!one || isCancelled(result)) return
      run.rows.put(one.at, rowOf(one, result))
      if (result.kind === 'report') run.rows.problems = result.report.problems
      run.progress(run.rows.count, total)
    },
    run.signal,
  )
}

interface Prepared {
  readonly at: number
  readonly request: RunRequest
  readonly shown: Pick<MemberRunRow, 'userId' | 'user'>
}

function prepare({ order, purpose }: GroupRun, person: Person, at: number): Prepared {
  const { input, user } = inputOfUser(person, purpose)
  const summary = summaryOf(purpose.maskSeed === null ? person : readPersonAnswer(user))
  return { at, request: { ...order.run, input }, shown: { userId: summary.id, user: summary } }
}

function shownId({ purpose }: GroupRun, userId: string): string {
  return purpose.maskSeed === null ? userId : maskValue(userId, purpose.maskSeed)
}

/** Runs that a cancel ended have no row: they were not done. */
function isCancelled(result: RunResult): boolean {
  return result.kind === 'failed' && result.error.code === 'run-cancelled'
}

function rowOf({ shown }: Prepared, result: RunResult): MemberRunRow {
  if (result.kind === 'report') return { ...shown, ...partOf(result.report) }
  const { name } = result.error
  const error = said<MemberRunError>({ name, message: messageOf(result.error), line: null })
  return { ...shown, outcome: 'failed', ...nothing, error }
}

function partOf({ outcome, changes, dropped, error, durationMs }: RunReport) {
  return { outcome, changes, dropped, durationMs, error: error && thrownBy(error) }
}

/** The lambda's own words, which are nobody's to translate. */
function thrownBy({ name, message, line }: RunError): MemberRunError {
  return said<MemberRunError>({ name, message: say`${message}`, line })
}

const nothing = { changes: [], dropped: [], durationMs: 0 }

const notAnswered: MemberRunError = {
  name: 'Error',
  message: 'The instance does not answer this user: deleted meanwhile, or not for this key.',
  line: null,
}

function missingRow(userId: string): MemberRunRow {
  return { userId, user: null, outcome: 'failed', ...nothing, error: notAnswered }
}

/** What the inputs of a run are made for. */
export function purposeOf(
  { run, mask, maskSeed }: z.output<typeof memberRun>,
  application: InputPurpose['application'],
  groups: InputPurpose['groups'],
): InputPurpose {
  return { type: describeLambdaType(run.type), application, groups, maskSeed: mask ? maskSeed : null }
}
