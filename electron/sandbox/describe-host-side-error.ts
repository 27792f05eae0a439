import type { RunError } from '../contract/models/run.ts'

/**
 * Describes what reached this side of the isolate: an error of the body's top level, or of compiling it.
 * Frames of this process are cut off; only those of the body stay.
 */
export function describeHostSideError(thrown: unknown): RunError {
  if (!(thrown instanceof Error)) {
    return { name: typeof thrown, message: printed(thrown), line: null, column: null, stack: '' }
  }
  const [, message = '', compilePlace] =
    /^([\s\S]*?)(?: \[lambda\.js:(\d+:\d+)\])?$/.exec(thrown.message) ?? []
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at .*lambda\.js:\d+:\d+/.test(line))
  const place = compilePlace ?? /lambda\.js:(\d+:\d+)/.exec(frames.join('\n'))?.[1]
  const [line, column] = place?.split(':').map(Number) ?? []
  return {
    name: thrown.name,
    message,
    line: line ?? null,
    column: column ?? null,
    stack: [`${thrown.name}: ${message}`, ...frames].join('\n'),
  }
}

function printed(thrown: unknown): string {
  return typeof thrown === 'object' ? 'an object' : String(thrown).slice(0, 10_000)
}
