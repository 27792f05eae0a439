import { lastNotAbove } from './bisect.ts'

interface Range {
  readonly start: number
  readonly end: number
}

/** Ranges of a text, added in its order and from the outside in; one inside another adds nothing. */
export function disjointRanges() {
  const starts: number[] = []
  const ends: number[] = []
  const has = (offset: number): boolean => offset < (ends[lastNotAbove(starts, offset)] ?? 0)
  return {
    has,
    add: ({ start, end }: Range): void => {
      if (has(start)) return
      starts.push(start)
      ends.push(end)
    },
  }
}
