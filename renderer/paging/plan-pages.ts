/** Rows that show; both ends count from 0, `last` is the last one. */
export interface RowRange {
  readonly first: number
  readonly last: number
}

/** Numbers of the pages that a range of rows touches. */
export function pagesOf({ first, last }: RowRange, size: number): number[] {
  const from = Math.floor(Math.max(0, first) / size)
  const to = Math.floor(Math.max(0, last) / size)
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset)
}

/** The pages to forget, so that no more than `most` stay: those farthest from the ones that show. */
export function pagesToForget(known: readonly number[], shown: readonly number[], most: number): number[] {
  const distance = (page: number): number => Math.min(...shown.map((each) => Math.abs(each - page)))
  return known
    .toSorted((one, other) => distance(one) - distance(other) || one - other)
    .slice(Math.max(most, shown.length))
}
