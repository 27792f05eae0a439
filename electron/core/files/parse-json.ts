import { parse as parseTolerantly, printParseErrorCode, type ParseError } from 'jsonc-parser'
import type { z } from 'zod'
import { firstIssue } from '../../contract/checked.ts'
import { StudioError } from '../../contract/errors.ts'
import { say } from '../../contract/words.ts'

/**
 * Reads JSON text of a named source and checks its shape.
 * @throws StudioError `not-json` with line and column, or `wrong-shape` with the place in the value
 */
export function parseJson<T>(text: string, source: string, shape: z.ZodType<T>): T {
  const parsed = shape.safeParse(parse(text, source))
  if (parsed.success) return parsed.data
  throw new StudioError({
    code: 'wrong-shape',
    message: say`${source} is not what is expected here: ${firstIssue(parsed.error)}`,
    hint: 'Correct the value at the place named.',
  })
}

function parse(text: string, source: string): unknown {
  const plain = text.replace(/^\uFEFF/, '')
  try {
    return JSON.parse(plain)
  } catch {
    throw notJson(plain, source)
  }
}

/** `JSON.parse` does not always say where it stopped, so the place comes from a parser that does. */
function notJson(text: string, source: string): StudioError {
  const errors: ParseError[] = []
  parseTolerantly(text, errors, { disallowComments: true })
  const [first] = errors
  const place = placeOf(text, first?.offset ?? text.length)
  const what = first ? printParseErrorCode(first.error).replace(/([a-z])([A-Z])/g, '$1 $2') : 'not valid'
  return new StudioError({
    code: 'not-json',
    message: say`${source} is not JSON: line ${place.line}, column ${place.column}: ${what.toLowerCase()}.`,
    hint: 'Keys and texts need double quotes; comments and trailing commas are not allowed.',
  })
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
