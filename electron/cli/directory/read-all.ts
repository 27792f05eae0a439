/** Rows to read. */
export interface Bounds {
  readonly start: number
  readonly limit?: number
}

interface Page {
  readonly startRow: number
  readonly numberOfResults: number
}

interface Rows<T> {
  readonly rows: readonly T[]
  readonly total: number
}

/** Reads rows page by page until the bounds or the end. */
export async function readAll<T>(
  { start, limit = Infinity }: Bounds,
  read: (page: Page) => Promise<Rows<T>>,
): Promise<Rows<T>> {
  const rows: T[] = []
  for (;;) {
    const numberOfResults = Math.min(500, limit - rows.length)
    const page = await read({ startRow: start + rows.length, numberOfResults })
    rows.push(...page.rows)
    const isEnd = page.rows.length === 0 || start + rows.length >= page.total || rows.length >= limit
    if (isEnd) return { rows, total: page.total }
  }
}
