import { stringify } from 'csv-stringify/sync'
import type { ExportedFile } from '../../../contract/models/exchange.ts'
import type { MemberRunFormat, MemberRunRow } from '../../../contract/models/directory-run.ts'
import type { JsonValue } from '../../../contract/json.ts'
import { withoutWords } from '../../../contract/words.ts'

/** Rows as a file: JSON as they are, or CSV with a column for each place that was changed. */
export function exportRows(
  rows: readonly MemberRunRow[],
  paths: readonly string[],
  format: MemberRunFormat,
): ExportedFile {
  const file = { encoding: 'utf8', fileName: `members.${format}` } as const
  return format === 'json'
    ? { ...file, mediaType: 'application/json', content: `${JSON.stringify({ rows }, withoutWords, 2)}\n` }
    : { ...file, mediaType: 'text/csv', content: csvOf(rows, paths) }
}

const fixed = ['userId', 'name', 'email', 'outcome', 'error', 'dropped'] as const

function csvOf(rows: readonly MemberRunRow[], paths: readonly string[]): string {
  // Spreadsheets would run a value that starts like a formula.
  return stringify([[...fixed, ...paths], ...rows.map((row) => cellsOf(row, paths))], {
    escape_formulas: true,
  })
}

function cellsOf(row: MemberRunRow, paths: readonly string[]): readonly string[] {
  const { userId, user, outcome, error, dropped, changes } = row
  const after = new Map(changes.map((change) => [change.path, change]))
  return [
    userId,
    user?.name ?? '',
    user?.email ?? '',
    outcome,
    error ? `${error.name}: ${error.message}` : '',
    dropped.map(({ path }) => path).join(' '),
    ...paths.map((path) => {
      const change = after.get(path)
      if (!change) return ''
      return change.kind === 'removed' ? '(removed)' : textOf(change.after)
    }),
  ]
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null)
}
