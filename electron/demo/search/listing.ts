import type { Page } from './criteria.ts'
import { pageOf } from './criteria.ts'
import { parseOrderBy, type Columns } from './order.ts'

interface Paging {
  readonly numberOfResults?: number | null | undefined
  readonly startRow?: number | null | undefined
  readonly orderBy?: string | null | undefined
}

/** One page of rows in the order asked for, and how many there are in all. */
export function listPage<Row>(
  rows: readonly Row[],
  criteria: Paging,
  columns: Columns<Row>,
  order: { readonly byDefault: string; readonly prefix: string },
): { rows: Row[]; total: number } {
  const page = pageOf(criteria, order.prefix)
  const compare = parseOrderBy(criteria.orderBy || order.byDefault, columns, `${order.prefix}orderBy`)
  return { rows: cut([...rows].sort(compare), page), total: rows.length }
}

function cut<Row>(rows: readonly Row[], { startRow, numberOfResults }: Page): Row[] {
  return rows.slice(startRow, startRow + numberOfResults)
}
