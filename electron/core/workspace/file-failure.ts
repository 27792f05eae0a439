import { StudioError, type ErrorData } from '../../contract/errors.ts'
import { say, type HostText, type Worded } from '../../contract/words.ts'

type Failure = Pick<ErrorData, 'code'> & { readonly because: Worded; readonly hint: HostText }

const full: Failure = {
  code: 'disk-full',
  because: say`the disk is full`,
  hint: 'Free some space and save again; what was there before is unharmed.',
}
const notWritable: Failure = {
  code: 'not-writable',
  because: say`permission is denied`,
  hint: 'Make the folder writable for you, or copy the workspace to where it is, and try again.',
}
const gone: Failure = {
  code: 'file-gone',
  because: say`it is not there any more`,
  hint: 'It was deleted or moved by another program; put it back or open the workspace again.',
}
const folderMissing: Failure = {
  code: 'file-gone',
  because: say`the folder for it is not there`,
  hint: 'Make the folder or choose another; if it was there before, another program deleted or moved it.',
}
const tooLong: Failure = {
  code: 'path-too-long',
  because: say`its path is too long for this system`,
  hint: 'Give it a shorter name, or move the workspace nearer to the root of the disk.',
}

const failures: Readonly<Record<string, Failure>> = {
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: full,
  EACCES: notWritable,
  EPERM: notWritable,
  EROFS: { ...notWritable, because: say`the disk is read-only` },
  ENOENT: gone,
  ENOTDIR: {
    code: 'file-gone',
    because: say`a file is where a folder should be`,
    hint: 'Move that file elsewhere.',
  },
  EISDIR: {
    code: 'write-failed',
    because: say`it is a folder`,
    hint: 'Name a file.',
  },
  ENAMETOOLONG: tooLong,
}

const unexpected: Failure = {
  code: 'write-failed',
  because: say`the system refused`,
  hint: 'Try again; if it happens again, look at the disk and at what else uses the file.',
}

type Saying = (path: string, because: Worded) => Worded

const sayings = {
  deleted: (path, because) => say`${path} cannot be deleted: ${because}.`,
  made: (path, because) => say`${path} cannot be made: ${because}.`,
  moved: (path, because) => say`${path} cannot be moved: ${because}.`,
  read: (path, because) => say`${path} cannot be read: ${because}.`,
  written: (path, because) => say`${path} cannot be written: ${because}.`,
} satisfies Readonly<Record<string, Saying>>

/** What was to be done with a file. */
export type FileAction = keyof typeof sayings

/** What a failure of the file system means to the user; errors that are told already pass through. */
export function fileFailure(thrown: unknown, action: FileAction, path: string): StudioError {
  if (thrown instanceof StudioError) return thrown
  const code = systemCode(thrown) ?? ''
  const failure = code === 'ENOENT' && action === 'written' ? folderMissing : (failures[code] ?? unexpected)
  const message = sayings[action](path, failure.because)
  return new StudioError({ code: failure.code, message, hint: failure.hint }, { cause: thrown })
}

/** The code of a system error, such as `ENOENT`. */
export function systemCode(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined
}
