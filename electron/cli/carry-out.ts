import type { StudioApi } from '../contract/api.ts'
import { StudioError, type ErrorData } from '../contract/errors.ts'
import type { PlanEntry, SyncKind, SyncPlan } from '../contract/models/sync.ts'
import type { OrderEntry, SyncAction, SyncReport, SyncResult } from '../contract/models/sync-order.ts'
import type { CommandContext } from './context.ts'
import { exitCode, exitCodeOf, exitCodeOfEntries, type ExitCode } from './exit-code.ts'

/** An entry of a plan and what became of it. */
export type CarriedEntry = PlanEntry & Pick<SyncResult, 'outcome' | 'code' | 'message'>

/** Which way, and how far. */
export interface Carry {
  readonly direction: 'push' | 'pull'
  readonly deletes: boolean
  /** Take this side of a conflict; only for lambdas that were named. */
  readonly overwrite: boolean
}

const actions: Readonly<Record<Carry['direction'], Partial<Record<SyncKind, SyncAction>>>> = {
  push: { push: 'push', 'create-remote': 'push', 'delete-remote': 'delete-remote', same: 'link' },
  pull: { pull: 'pull', 'create-local': 'pull', 'delete-local': 'delete-local', same: 'link' },
}

/** What is to be done with an entry; null where nothing is. */
export function actionOf(entry: PlanEntry, { direction, deletes, overwrite }: Carry): SyncAction | null {
  if (entry.reason === 'in-step') return null
  if (entry.kind === 'conflict') return overwrite && canOverwrite(entry) ? direction : null
  const action = actions[direction][entry.kind] ?? null
  const isDeletion = action === 'delete-remote' || action === 'delete-local'
  return isDeletion && !deletes ? null : action
}

/** Both sides are there, are one lambda each, and of one type. */
function canOverwrite({ reason, seen }: PlanEntry): boolean {
  const choosable = ['changed-on-both-sides', 'differs-without-base', 'name-taken']
  return choosable.includes(reason) && seen.local !== null && seen.remote !== null
}

/** The lambdas that were named, or all. @throws StudioError `lambda-not-found` */
export function wantedEntries({ entries }: SyncPlan, slugs: readonly string[]): readonly PlanEntry[] {
  if (slugs.length === 0) return entries
  const isNamed = (entry: PlanEntry, name: string): boolean =>
    entry.slug === name || entry.id === name.toLowerCase() || (entry.slug === null && entry.name === name)
  const unknown = slugs.find((slug) => !entries.some((entry) => isNamed(entry, slug)))
  if (unknown === undefined) return entries.filter((entry) => slugs.some((slug) => isNamed(entry, slug)))
  throw new StudioError({
    code: 'lambda-not-found',
    message: `Neither the workspace nor the instance has a lambda ${JSON.stringify(unknown)}.`,
    hint: 'lambda-studio status lists them; one that is only on the instance goes by its name or id.',
  })
}

export function orderOf({ slug, id, seen }: PlanEntry, action: SyncAction): OrderEntry {
  return { slug, id, seen, action }
}

/** What is carried out besides its entries. */
export interface CarryOptions {
  readonly force: boolean
  readonly confirmation: string | null
}

/**
 * Carries out entries and waits; Ctrl+C cancels, and what was done so far is told.
 * @throws StudioError what ended the job before any entry was tried
 */
export async function applyAndWait(
  studio: StudioApi,
  { instance, entries }: { readonly instance: string; readonly entries: readonly OrderEntry[] },
  { force, confirmation }: CarryOptions,
  interrupted: Promise<void>,
): Promise<SyncReport> {
  const order = { instance, entries: [...entries], overrideFailures: force, confirmation }
  const { jobId } = await studio.sync.apply(order)
  void interrupted.then(() => studio.jobs.cancel(jobId))
  const report = await studio.sync.finish(jobId)
  return withResults(report)
}

/** The report of a job, where it tells of any entry. @throws StudioError why there is none of any */
export function withResults(report: SyncReport): SyncReport {
  if (report.error && report.results.length === 0) throw new StudioError(report.error)
  return report
}

/** Every entry with what became of it; one that was not carried out says why. */
export function carriedEntries(
  entries: readonly PlanEntry[],
  carry: Carry,
  { results, error }: Pick<SyncReport, 'results' | 'error'>,
): readonly CarriedEntry[] {
  return entries.map((entry) => {
    const result = results.find((each) => isOf(each, entry))
    if (!result && error && actionOf(entry, carry)) return { ...entry, ...notTried(error) }
    if (!result) return { ...entry, ...notCarriedOut(entry, carry) }
    const { outcome, code, message, slug, id } = result
    return { ...entry, slug: slug ?? entry.slug, id: id ?? entry.id, outcome, code, message }
  })
}

function isOf(result: SyncResult, { slug, id }: PlanEntry): boolean {
  return slug === null ? result.id === id : result.slug === slug
}

function notTried({ message }: ErrorData): Pick<SyncResult, 'outcome' | 'code' | 'message'> {
  return { outcome: 'skipped', code: 'stopped', message: `Not tried after a failure: ${message}` }
}

function notCarriedOut(
  entry: PlanEntry,
  { direction }: Carry,
): Pick<SyncResult, 'outcome' | 'code' | 'message'> {
  const skipped = (code: string, message = entry.message) => ({ outcome: 'skipped', code, message }) as const
  if (entry.kind === 'same') return skipped('in-step')
  if (entry.kind === 'conflict') return skipped('conflict')
  if (entry.kind === (direction === 'push' ? 'delete-remote' : 'delete-local')) {
    return skipped('delete-not-asked', `${entry.message} It is deleted with --delete alone.`)
  }
  return skipped('other-direction', `${entry.message} That is for ${direction === 'push' ? 'pull' : 'push'}.`)
}

const leftConflicts: ReadonlySet<string | null> = new Set([
  'conflict',
  'changed-here',
  'type-differs',
  'question',
])
const fine: ReadonlySet<string | null> = new Set([null, 'in-step', 'other-direction', 'delete-not-asked'])

/** What a command that carried out entries ends with. */
export function exitCodeFor(results: readonly Pick<SyncResult, 'outcome' | 'code' | 'message'>[]): ExitCode {
  const ofFailures = exitCodeOfEntries(
    results.flatMap(({ outcome, code }) => (outcome === 'failed' ? [code] : [])),
  )
  if (ofFailures !== exitCode.good) return ofFailures
  if (results.some(({ code }) => leftConflicts.has(code))) return exitCode.conflicts
  return results.every(({ code }) => fine.has(code)) ? exitCode.good : exitCode.failed
}

/** Ends a command that carried out entries, and tells what broke the job off where its results do not. */
export function endCarried(
  { output, end }: Pick<CommandContext, 'output' | 'end'>,
  results: Parameters<typeof exitCodeFor>[0],
  error: ErrorData | null,
): void {
  end(error ? exitCodeOf(new StudioError(error)) : exitCodeFor(results))
  if (error) output.tell(`${error.message}\n${error.hint}`)
}
