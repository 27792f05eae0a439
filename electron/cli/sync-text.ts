import colors from 'picocolors'
import type { PromotionEntry } from '../contract/models/promotion.ts'
import type { PlanEntry, SyncKind } from '../contract/models/sync.ts'
import type { PushFailure, SyncResult } from '../contract/models/sync-order.ts'
import type { CarriedEntry } from './carry-out.ts'
import { problemLine } from './report-text.ts'

/** A plan for people: what is in step is only counted. */
export function planText(entries: readonly PlanEntry[], instance: string): string {
  const same = entries.filter(({ reason }) => reason === 'in-step').length
  const others = entries.filter(({ reason }) => reason !== 'in-step')
  const lines = others.map(
    (entry) => `${kindText(entry.kind)}  ${nameOf(entry)}  ${colors.dim(entry.message)}`,
  )
  const count = `${same} of ${entries.length} ${entries.length === 1 ? 'lambda' : 'lambdas'} in step with ${instance}.`
  return [...lines, count].join('\n')
}

/** What became of each entry, for people. */
export function carriedText(entries: readonly CarriedEntry[], instance: string): string {
  const told = entries.filter(({ code }) => code !== 'in-step')
  const lines = told.map(resultLine)
  const done = entries.filter(({ outcome }) => outcome === 'done').length
  return [
    ...lines,
    told.length === 0 ? `Everything is in step with ${instance}.` : `${done} of ${told.length} done.`,
  ].join('\n')
}

const paints: Readonly<Record<SyncKind, (text: string) => string>> = {
  same: colors.dim,
  push: colors.cyan,
  pull: colors.blue,
  conflict: colors.red,
  'create-remote': colors.cyan,
  'create-local': colors.blue,
  'delete-remote': colors.magenta,
  'delete-local': colors.magenta,
}

function kindText(kind: SyncKind): string {
  return paints[kind](kind.padEnd('create-remote'.length))
}

function nameOf({ slug, name, id }: Pick<PlanEntry, 'slug' | 'name' | 'id'>): string {
  return colors.bold(slug ?? (name || id) ?? '')
}

/** Results that stand for themselves, for people. */
export function resultsText(results: readonly ResultLine[]): string {
  return results.length === 0 ? 'There was nothing to do.' : results.map(resultLine).join('\n')
}

type ResultLine = Pick<SyncResult, 'outcome' | 'message' | 'name' | 'slug'>

function resultLine({ outcome, message, slug, name }: ResultLine): string {
  const paint = { done: colors.green, skipped: colors.yellow, failed: colors.red }[outcome]
  return `${paint(outcome.padEnd(7))}  ${colors.bold(slug ?? name)}  ${colors.dim(message)}`
}

/** What checks found in the lambdas that held a push back, for people; `root` is where their bodies are. */
export function failuresText(failures: readonly PushFailure[], root: string): readonly string[] {
  return failures.flatMap(({ slug, problems }) =>
    problems.map((problem) => problemLine(problem, `${root}/${slug}/lambda.js`)),
  )
}

/** What a promotion would do, for people. */
export function promotionText(entries: readonly PromotionEntry[]): string {
  return entries
    .map(
      ({ slug, target, to, fields }) =>
        `${(to && fields.length === 0 ? 'equal' : targetWords[target.kind]).padEnd(10)}  ${colors.bold(slug)}  ${colors.dim(fields.join(', '))}`,
    )
    .join('\n')
}

const targetWords: Readonly<Record<PromotionEntry['target']['kind'], string>> = {
  known: 'change',
  matched: 'change',
  new: 'create',
  question: 'question',
  'type-differs': 'impossible',
}
