import type { StudioApi } from '../../contract/api.ts'
import { StudioError, type ErrorData } from '../../contract/errors.ts'
import type { LineFault, MemberResult, MemberResultPage } from '../../contract/models/directory-member.ts'
import type { CommandContext } from '../context.ts'
import { exitCode, exitCodeOf, type ExitCode } from '../exit-code.ts'
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

/** Waits for a change of memberships, prints what became of each user, and sets the exit code. */
export async function followMemberJob(
  context: CommandContext,
  studio: StudioApi,
  { jobId, faults = [] }: { readonly jobId: string; readonly faults?: readonly LineFault[] },
): Promise<void> {
  void context.process.interrupted().then(() => studio.jobs.cancel(jobId))
  const end = await studio.members.finish(jobId)
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
  const codes = entries.flatMap(({ outcome, code }) => (outcome === 'failed' ? [code ?? ''] : []))
  if (codes.some((code) => /^(instance|key)-/.test(code))) return exitCode.instance
  const isCut = entries.some(({ code }) => code === 'cancelled' || code === 'stopped')
  return codes.length > 0 || isCut ? exitCode.failed : exitCode.good
}

/** Lines of users who were not changed; more are told by their number. */
const mostLines = 20

function endText({ error, state }: MemberResultPage, entries: readonly MemberEntryResult[]): string {
  const ending = (outcome: MemberEntryResult['outcome']) =>
    entries.filter((entry) => entry.outcome === outcome)
  // What needs somebody to act comes first, because not all may be told.
  const others = [...ending('failed'), ...ending('skipped')]
  const lines = others.slice(0, mostLines).map(({ id, line, message }) => {
    return `  ${[...(line === undefined ? [] : [`line ${line}`]), ...(id ? [id] : [])].join(', ')}: ${message}`
  })
  return [
    `${ending('done').length} done, ${ending('skipped').length} skipped, ${ending('failed').length} failed.`,
    ...lines,
    ...(others.length > mostLines ? [`  and ${others.length - mostLines} more; --json tells all.`] : []),
    ...(error ? [`${error.message} ${error.hint}`] : []),
    ...(state === 'cancelled' ? ['The job was cancelled.'] : []),
  ].join('\n')
}
