import type { StudioApi } from '../../contract/api.ts'
import { StudioError, type ErrorData } from '../../contract/errors.ts'
import type { LineFault } from '../../contract/models/directory-member.ts'
import type { MemberResult, MemberResultPage } from '../../contract/models/directory-member-change.ts'
import type { CommandContext } from '../context.ts'
import { exitCode, exitCodeOf, exitCodeOfEntries, type ExitCode } from '../exit-code.ts'
import type { ProgressLine } from '../progress-line.ts'
import { readAll } from './read-all.ts'

/** One user of a change as `--json` prints it. */
export interface MemberEntryResult {
  /** The id of the user; what was given where there is none. */
  readonly id: string
  readonly memberId?: string
  readonly line?: number
  readonly outcome: 'done' | 'skipped' | 'failed'
  readonly code?: string
  readonly message: string
}

/** A change of memberships that was started. */
interface FollowedJob {
  readonly jobId: string
  readonly faults?: readonly LineFault[]
  readonly progress: ProgressLine
}

/** Waits for a change of memberships, prints what became of each user, and sets the exit code. */
export async function followMemberJob(
  context: CommandContext,
  studio: StudioApi,
  { jobId, faults = [], progress }: FollowedJob,
): Promise<void> {
  void context.process.interrupted().then(() => {
    progress.cancel()
    return studio.jobs.cancel(jobId)
  })
  const end = await studio.members.finish(jobId)
  progress.clear()
  const { rows } = await readAll({ start: 0 }, async (page) => {
    const { results, total } = await studio.members.results(jobId, page)
    return { rows: results, total }
  })
  if (end.error && rows.length === 0) throw new StudioError(end.error)
  const entries = [...rows.map(entryOf), ...faults.map(faultEntry)]
  const value = { entries, ...(end.error && { error: end.error }) }
  context.output.result(value, () => endText(end, entries))
  context.end(exitCodeFor(entries, end.error))
}

function entryOf({ userId, given, memberId, line, outcome, code, message }: MemberResult): MemberEntryResult {
  return {
    id: userId ?? given.trim(),
    ...(memberId !== null && { memberId }),
    ...(line !== null && { line }),
    outcome,
    ...(code !== null && { code }),
    message,
  }
}

function faultEntry({ line, code, message }: LineFault): MemberEntryResult {
  return { id: '', line, outcome: 'failed', code, message }
}

function exitCodeFor(entries: readonly MemberEntryResult[], error: ErrorData | null): ExitCode {
  if (error) return exitCodeOf(new StudioError(error))
  const ofFailures = exitCodeOfEntries(
    entries.flatMap(({ outcome, code }) => (outcome === 'failed' ? [code ?? null] : [])),
  )
  const isCut = entries.some(({ code }) => code === 'cancelled' || code === 'stopped')
  return ofFailures === exitCode.good && isCut ? exitCode.failed : ofFailures
}

/** Lines of users who were not changed; more are told by their number. */
const mostLines = 20

function endText({ error, state }: MemberResultPage, entries: readonly MemberEntryResult[]): string {
  const notReached = entries.filter(({ code }) => code === 'cancelled' || code === 'stopped')
  const reached = entries.filter((entry) => !notReached.includes(entry))
  const ending = (outcome: MemberEntryResult['outcome']) =>
    reached.filter((entry) => entry.outcome === outcome)
  // What needs somebody to act comes first, because not all may be told.
  const others = [...ending('failed'), ...ending('skipped')]
  const lines = others.slice(0, mostLines).map(({ id, line, message }) => {
    return `  ${[...(line === undefined ? [] : [`line ${line}`]), ...(id ? [id] : [])].join(', ')}: ${message}`
  })
  const counts = `${ending('done').length} done, ${ending('skipped').length} skipped, ${ending('failed').length} failed`
  return [
    notReached.length > 0 ? `${counts}, ${notReached.length} not tried.` : `${counts}.`,
    ...lines,
    ...(others.length > mostLines ? [`  and ${others.length - mostLines} more; --json tells all.`] : []),
    ...(error ? [`${error.message} ${error.hint}`] : []),
    ...(state === 'cancelled' ? [cancelledText(reached.length, notReached.length)] : []),
  ].join('\n')
}

function cancelledText(reached: number, left: number): string {
  if (reached === 0) return 'Cancelled before anything was changed.'
  if (left === 0) return 'Cancelled after all was done.'
  return 'Cancelled. Nothing was changed for those that were not tried; the same command goes on with them.'
}
