import type { Problem } from '../../contract/models/problem.ts'

/** A range of a body in lines and columns, from 1. */
type Place = Pick<Problem, 'line' | 'column' | 'endLine' | 'endColumn'>

/** Turns offsets (from 0, end exclusive) into places of one body. */
export type PlaceOf = (start: number, end: number) => Required<Place>

/** Reads the lines of a body once, so that each place is found in logarithmic time. */
export function placesIn(body: string): PlaceOf {
  const starts = [
    0,
    ...Array.from(body.matchAll(/\r\n|[\n\r\u2028\u2029]/g), ({ index, 0: end }) => index + end.length),
  ]
  return (start, end) => {
    const [from, to] = [lineAt(starts, start), lineAt(starts, end)]
    return {
      line: from + 1,
      column: start - (starts[from] ?? 0) + 1,
      endLine: to + 1,
      endColumn: end - (starts[to] ?? 0) + 1,
    }
  }
}

/** The index of the last line that starts at or before an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
