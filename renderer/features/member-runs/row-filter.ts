import type { MemberRunQuery, MemberRunRow } from '../../../electron/contract/models/directory-run.ts'
import type { ValueChange } from '../../../electron/contract/models/run.ts'

/** Which rows of a run show; an empty text does not matter. */
export interface RowFilter {
  readonly outcome: MemberRunRow['outcome'] | 'dropped' | ''
  readonly text: string
  readonly path: string
}

export const everyRow: RowFilter = { outcome: '', text: '', path: '' }

/** What to ask the studio for. */
export function queryOf({ outcome, text, path }: RowFilter): MemberRunQuery {
  return {
    ...(outcome === 'dropped' ? { dropped: true } : outcome !== '' && { outcomes: [outcome] }),
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(path !== '' && { path }),
  }
}

const signs: Readonly<Record<ValueChange['kind'], string>> = { added: '+', removed: '−', changed: '~' }

/** A change in a few characters, such as `+ /jwt/roles`. */
export function shortChange({ kind, path }: ValueChange): string {
  return `${signs[kind]} ${path}`
}

const longest = 40

/** What a place holds after the run, in a few characters; empty where it was removed. */
export function shortValue({ after }: ValueChange): string {
  if (after === undefined) return ''
  const text = JSON.stringify(after)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
