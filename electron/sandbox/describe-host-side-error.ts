import type { RunError } from '../contract/models/run.ts'

const textLimit = 10_000

/**
 * Describes what reached this side of the isolate: an error of the body's top level, or of compiling it.
 * Frames of this process are cut off; only those of the body stay.
 */
export function describeHostSideError(thrown: unknown): RunError {
  if (!(thrown instanceof Error)) {
    return { name: typeof thrown, message: printed(thrown), line: null, column: null, stack: '' }
  }
  // The library adds the place to what the parser said, or a place of its own where there is none.
  const [, message = '', file, compilePlace] =
    /^([\s\S]*?)(?: \[([^[\]\n]*?):(\d+:\d+)\])?$/.exec(thrown.message.slice(0, textLimit)) ?? []
  const frames = (thrown.stack ?? '').slice(0, textLimit).split('\n').filter(isOwnFrame)
  const place = file === 'lambda.js' ? compilePlace : /lambda\.js:(\d+:\d+)/.exec(frames.join('\n'))?.[1]
  const [line, column] = place?.split(':').map(Number) ?? []
  return {
    name: thrown.name,
    message,
    line: line ?? null,
    column: column ?? null,
    stack: [`${thrown.name}: ${message}`, ...frames].join('\n'),
  }
}

function isOwnFrame(line: string): boolean {
  return /^\s+at .*lambda\.js:\d+:\d+/.test(line)
}

/** Only what is no object crosses as it is. */
function printed(thrown: unknown): string {
  switch (typeof thrown) {
    case 'object':
    case 'function':
      return 'an object'
    case 'symbol':
      return 'a symbol'
    case 'string':
      return thrown.slice(0, textLimit)
    default:
      return String(thrown).slice(0, textLimit)
  }
}
