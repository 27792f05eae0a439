import { getLineInfo } from 'acorn'
import type { Problem } from '../../contract/models/problem.ts'

type Place = Pick<Problem, 'line' | 'column' | 'endLine' | 'endColumn'>

/** The place of the characters from `start` to `end` (offsets from 0) in a body, counted from 1. */
export function placeOf(body: string, start: number, end: number): Place {
  const from = getLineInfo(body, start)
  const to = getLineInfo(body, end)
  return { line: from.line, column: from.column + 1, endLine: to.line, endColumn: to.column + 1 }
}
