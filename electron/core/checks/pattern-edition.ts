import { parseBody } from './parse-body.ts'

/** The editions that brought something to regular expressions or to the properties that they know. */
const editions = [5, 2015, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025] as const

/** The first edition that knows all that a pattern is written with; undefined where none does or can tell. */
export function patternEdition(pattern: string, flags: string): number | undefined {
  // The empty alternative keeps the slash from starting a comment.
  const literal = `/|${asLiteral(pattern, /[uv]/.test(flags))}/${flags}`
  return editions.find((edition) => isKnown(literal, edition))
}

/** A literal that is nested deeper than the parser's stack is known to none. */
function isKnown(literal: string, edition: number): boolean {
  try {
    return parseBody(literal, edition).kind === 'parsed'
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** A pattern as it stands between slashes; a line break may be escaped only where not `strict`. */
function asLiteral(pattern: string, strict: boolean): string {
  return pattern.replaceAll(/\\([^])|[/\n\r\u2028\u2029]/g, (found, escaped?: string) =>
    escaped === undefined ? (written[found] ?? found) : strict ? found : (written[escaped] ?? found),
  )
}

const written: Readonly<Record<string, string>> = {
  '/': '\\/',
  '\n': '\\n',
  '\r': '\\r',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}
