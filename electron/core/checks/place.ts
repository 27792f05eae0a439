import type { Problem } from '../../contract/models/problem.ts'
import { lastNotAbove } from './bisect.ts'

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
    const [from, to] = [lastNotAbove(starts, start), lastNotAbove(starts, end)]
    return {
      line: from + 1,
      column: start - (starts[from] ?? 0) + 1,
      endLine: to + 1,
      endColumn: end - (starts[to] ?? 0) + 1,
    }
  }
}
