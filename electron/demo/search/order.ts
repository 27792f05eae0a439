import { refuseField } from '../http/refusal.ts'

type SortKey = string | number | undefined
export type Compare<Row> = (one: Row, other: Row) => number
/** The columns that rows may be sorted by. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => SortKey>>

/** There are fewer columns than this anywhere. */
const mostTerms = 10

/**
 * Reads `orderBy`: a comma list of columns, each with ASC or DESC or neither.
 * What FusionAuth answers to an unknown column is not documented: 400 at `path` here.
 */
export function parseOrderBy<Row>(orderBy: string, columns: Columns<Row>, path: string): Compare<Row> {
  const parts = orderBy.split(',', mostTerms + 1)
  if (parts.length > mostTerms) refuseField(path, 'invalid', `At most ${mostTerms} columns are sorted by.`)
  const terms = parts.map((term) => parseTerm(term.trim(), columns, path))
  return (one, other) => {
    for (const compare of terms) {
      const difference = compare(one, other)
      if (difference !== 0) return difference
    }
    return 0
  }
}

function parseTerm<Row>(term: string, columns: Columns<Row>, path: string): Compare<Row> {
  const [name = '', direction = 'ASC', ...rest] = term.split(/\s+/)
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined
  const sign = { ASC: 1, DESC: -1 }[direction.toUpperCase()]
  if (!column || !sign || rest.length > 0) {
    refuseField(path, 'invalid', `The order must be of the columns [${Object.keys(columns).join(', ')}].`)
  }
  return (one, other) => sign * compareKeys(column(one), column(other))
}

/** Texts without regard to case; what is missing comes last. */
export function compareKeys(one: SortKey, other: SortKey): number {
  if (one === undefined || other === undefined) {
    return Number(one === undefined) - Number(other === undefined)
  }
  const [left, right] = [fold(one), fold(other)]
  if (left === right) return 0
  return left < right ? -1 : 1
}

function fold(key: string | number): string | number {
  return typeof key === 'string' ? key.toLowerCase() : key
}
