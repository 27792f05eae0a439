/** Lines of a text, counted from 1. */
export interface LineRange {
  readonly line: number
  readonly endLine: number
}

/** Where a part stands in a text; undefined for a part that is empty or not there. */
export function linesOfPart(text: string, part: string): LineRange | undefined {
  if (part.trim() === '') return undefined
  const wanted = part.endsWith('\n') ? part.slice(0, -1) : part
  const start = text.indexOf(wanted)
  if (start === -1) return undefined
  const line = text.slice(0, start).split('\n').length
  return { line, endLine: line + wanted.split('\n').length - 1 }
}
