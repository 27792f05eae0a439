import type { z } from 'zod'
import type { ErrorData } from '../../../contract/errors.ts'
import type { MemberRunPage, memberRunQuery, MemberRunRow } from '../../../contract/models/directory-run.ts'
import type { Problem } from '../../../contract/models/problem.ts'

type Query = z.output<typeof memberRunQuery>

/** Places of changes that a page tells; a body that writes under ever new names must not fill it. */
const mostPaths = 100

/** How a lambda went for the members of a group, so far. */
export class RunRows {
  readonly #rows: MemberRunRow[] = []
  readonly #outcomes: Partial<Record<MemberRunRow['outcome'], number>> = {}
  readonly #paths = new Map<string, number>()
  #count = 0
  problems: readonly Problem[] = []
  error: ErrorData | null = null

  get count(): number {
    return this.#count
  }

  /** Puts a row at its place in the order of the members. */
  put(at: number, row: MemberRunRow): void {
    this.#rows[at] = row
    this.#count += 1
    this.#outcomes[row.outcome] = (this.#outcomes[row.outcome] ?? 0) + 1
    for (const { path } of row.changes) this.#paths.set(path, (this.#paths.get(path) ?? 0) + 1)
  }

  /** The rows that a query asks for, in the order of the members. */
  select(query: Omit<Query, 'startRow' | 'numberOfResults'>): readonly MemberRunRow[] {
    return Object.values(this.#rows).filter((row) => fits(row, query))
  }

  page(query: Query): Omit<MemberRunPage, 'jobId' | 'state'> {
    const rows = this.select(query)
    return {
      rows: rows.slice(query.startRow, query.startRow + query.numberOfResults),
      total: rows.length,
      outcomes: { ...this.#outcomes },
      paths: this.paths,
      problems: this.problems,
      error: this.error,
    }
  }

  /** Places that were changed, the most changed first. */
  get paths(): MemberRunPage['paths'] {
    return [...this.#paths]
      .map(([path, count]) => ({ path, count }))
      .sort((one, other) => other.count - one.count || (one.path < other.path ? -1 : 1))
      .slice(0, mostPaths)
  }
}

function fits(
  row: MemberRunRow,
  { outcomes, text, path, dropped }: Omit<Query, 'startRow' | 'numberOfResults'>,
): boolean {
  if (outcomes && !outcomes.includes(row.outcome)) return false
  if (dropped && row.dropped.length === 0) return false
  if (path !== undefined && !row.changes.some((change) => isBelow(change.path, path))) return false
  return !text || names(row).some((name) => name.toLowerCase().includes(text.toLowerCase()))
}

function isBelow(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`)
}

function names({ userId, user }: MemberRunRow): readonly string[] {
  return [userId, user?.name ?? '', user?.email ?? '', user?.username ?? '']
}
