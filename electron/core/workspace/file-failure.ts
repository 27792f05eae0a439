import { StudioError, type ErrorData } from '../../contract/errors.ts'

type Failure = Omit<ErrorData, 'message'> & { readonly because: string }

const full: Failure = {
  code: 'disk-full',
  because: 'the disk is full',
  hint: 'Free some space and save again; what was there before is unharmed.',
}
const notWritable: Failure = {
  code: 'not-writable',
  because: 'permission is denied',
  hint: 'Make the folder writable for you, or copy the workspace to where it is, and try again.',
}
const gone: Failure = {
  code: 'file-gone',
  because: 'it is not there any more',
  hint: 'It was deleted or moved by another program; put it back or open the workspace again.',
}
const tooLong: Failure = {
  code: 'path-too-long',
  because: 'its path is too long for this system',
  hint: 'Give it a shorter name, or move the workspace nearer to the root of the disk.',
}

const failures: Readonly<Record<string, Failure>> = {
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: full,
  EACCES: notWritable,
  EPERM: notWritable,
  EROFS: { ...notWritable, because: 'the disk is read-only' },
  ENOENT: gone,
  ENOTDIR: {
    code: 'file-gone',
    because: 'a file is where a folder should be',
    hint: 'Move that file elsewhere.',
  },
  ENAMETOOLONG: tooLong,
}

const unexpected: Failure = {
  code: 'write-failed',
  because: 'the system refused',
  hint: 'Try again; if it happens again, look at the disk and at what else uses the file.',
}

/** What a failure of the file system means to the user; errors that are told already pass through. */
export function fileFailure(thrown: unknown, action: string, path: string): StudioError {
  if (thrown instanceof StudioError) return thrown
  const failure = failures[systemCode(thrown) ?? ''] ?? unexpected
  const message = `${path} cannot be ${action}: ${failure.because}.`
  return new StudioError({ code: failure.code, message, hint: failure.hint }, { cause: thrown })
}

/** The code of a system error, such as `ENOENT`. */
export function systemCode(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined
}
