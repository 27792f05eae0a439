import type { RowRange } from '../paging/plan-pages.ts'

/** Where a list of rows of one height is scrolled to; all in pixels. */
export interface Scrolled {
  readonly top: number
  readonly height: number
  readonly rowHeight: number
}

/** Rows drawn beyond both edges, so that scrolling shows no gap. */
const beyond = 8

/** The rows to draw; none (`last` before `first`) where the list is empty. */
export function visibleRows({ top, height, rowHeight }: Scrolled, total: number): RowRange {
  const first = Math.floor(top / rowHeight) - beyond
  const last = Math.ceil((top + height) / rowHeight) + beyond - 1
  return { first: Math.max(0, Math.min(first, total - 1)), last: Math.min(last, total - 1) }
}

/** As many rows as can be drawn at once, wherever the list is scrolled to. */
export function mostRows({ height, rowHeight }: Scrolled): number {
  return Math.ceil(height / rowHeight) + 1 + 2 * beyond
}

/** Where to scroll so that a row can be seen; the same place where it can be. */
export function scrollToRow({ top, height, rowHeight }: Scrolled, row: number): number {
  const rowTop = row * rowHeight
  if (rowTop < top) return rowTop
  return Math.max(top, rowTop + rowHeight - height)
}

/**
 * The row that the Tab key reaches: the wanted one where it is drawn, else the one that it reached `before`, else one in
 * the middle. It stays as long as it can, because each change of it draws two more rows while the list is scrolled.
 */
export function reachableRow(range: RowRange, wanted: number, before: number | undefined): number {
  const isDrawn = (row: number): boolean => row >= range.first && row <= range.last
  if (isDrawn(wanted)) return wanted
  if (before !== undefined && isDrawn(before)) return before
  return Math.floor((range.first + range.last) / 2)
}
