import type { RunError } from '../../contract/models/run.ts'
import type { Primordials } from './primordials.ts'

/** Puts whatever was thrown into words, although reading it may throw again. */
export function describeError(p: Primordials, thrown: unknown): RunError {
  const read = (key: string): string | undefined => {
    try {
      if (typeof thrown !== 'object' && typeof thrown !== 'function') return undefined
      const value: unknown = thrown === null ? undefined : p.get(thrown, key)
      return typeof value === 'string' ? p.slice(value, 0, 10_000) : undefined
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
    for (let at = 0; at <= stack.length; at++) {
      if (at < stack.length && stack[at] !== '\n') continue
      const line = p.slice(stack, start, at)
      const foreign = p.indexOf(line, '    at ') === 0 && p.indexOf(line, 'lambda.js') < 0
      if (!foreign) kept += (kept ? '\n' : '') + line
      start = at + 1
    }
    return kept
  }

  const stack = ownFrames(read('stack') ?? '')
  const place = p.exec(/lambda\.js:(\d+):(\d+)/, stack)
  const isError = read('message') !== undefined || read('stack') !== undefined
  return {
    name: read('name') ?? (isError ? 'Error' : typeof thrown),
    message: read('message') ?? asText(),
    line: place ? +place[1]! : null,
    column: place ? +place[2]! : null,
    stack,
  }
}
