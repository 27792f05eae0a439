import { parse, type ecmaVersion, type Options, type Program } from 'acorn'
import { remembered } from './remembered.ts'

/** The syntax tree of a body, or where and why it has none. */
export type Parsed =
  | { readonly kind: 'parsed'; readonly program: Program }
  | { readonly kind: 'failed'; readonly message: string; readonly position: number }

/**
 * Parses a body as FusionAuth's engine is taken to: a script at a language level.
 * Throws RangeError where the body is nested deeper than the parser's stack.
 */
export function parseBody(body: string, level: number | 'latest', options: Partial<Options> = {}): Parsed {
  try {
    const program = parse(body, {
      // acorn takes any year, its type lists the ones it knows.
      ecmaVersion: level as ecmaVersion,
      sourceType: 'script',
      // ESLint reads both.
      locations: true,
      ranges: true,
      ...options,
    })
    return { kind: 'parsed', program }
  } catch (error) {
    if (!isAcornError(error)) throw error
    if (error.message.startsWith('Not enough stack')) throw new RangeError(error.message, { cause: error })
    return { kind: 'failed', message: error.message.replace(/ \(\d+:\d+\)$/, ''), position: error.pos }
  }
}

/** As {@link parseBody}, at once for a body that has just been parsed. */
export const parseBodyOnce = remembered(
  (body: string, level: number) => parseBody(body, level),
  (body, level) => `${level} ${body}`,
  2,
)

function isAcornError(error: unknown): error is SyntaxError & { readonly pos: number } {
  return error instanceof SyntaxError && 'pos' in error && typeof error.pos === 'number'
}
