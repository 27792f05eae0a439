import type { RunError } from '../../contract/models/run.ts'
import type { Primordials } from './primordials.ts'

/** Puts whatever was thrown into words, although reading it may throw again. */
export function describeError(p: Primordials, thrown: unknown): RunError {
  const isObject = (typeof thrown === 'object' && thrown !== null) || typeof thrown === 'function'

  const read = (key: string, limit: number): string | undefined => {
    try {
      const value = isObject ? (p.get(thrown, key) as unknown) : undefined
      return typeof value === 'string' ? p.slice(value, 0, limit) : undefined
    } catch {
      return undefined
    }
  }

  const asText = (): string => {
    try {
      return p.slice(p.toText(thrown), 0, 10_000)
    } catch {
      return 'a value that cannot be printed'
    }
  }

  /** Keeps the frames of the body; those of the runtime mean nothing to the user. */
  const ownFrames = (stack: string): string => {
    let kept = ''
    let start = 0
    while (start <= stack.length) {
      const found = p.indexOf(stack, '\n', start)
      const end = found < 0 ? stack.length : found
      const line = p.slice(stack, start, end)
      const isForeign = p.indexOf(line, '    at ') === 0 && p.indexOf(line, 'lambda.js') < 0
      if (!isForeign) kept += (kept ? '\n' : '') + line
      start = end + 1
    }
    return kept
  }

  const stack = ownFrames(read('stack', 10_000) ?? '')
  const message = read('message', 10_000)
  // A stack may be the lambda's own invention: of more digits, a number is none that JSON can carry.
  const place = p.exec(/lambda\.js:(\d{1,9}):(\d{1,9})/, stack)
  return {
    name: read('name', 200) || (stack || message !== undefined ? 'Error' : typeof thrown),
    message: message ?? asText(),
    line: place ? +place[1]! : null,
    column: place ? +place[2]! : null,
    stack,
  }
}
