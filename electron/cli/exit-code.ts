import { StudioError } from '../contract/errors.ts'

/** What the command line ends with. */
export const exitCode = {
  good: 0,
  /** A lambda threw, was refused by checks or by the instance, a case failed, or an entry was not carried out. */
  failed: 1,
  /** Wrong usage, or input that cannot be read. */
  usage: 2,
  /** The instance could not be reached, could not answer, or refused the key. */
  instance: 3,
  /** Conflicts are left. */
  conflicts: 4,
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/** The instance understood a request and did not take what it holds. 403, 407, 408 and 429 are about the way there. */
const ofRefusal = /^(instance-answered-4(?!03|07|08|29)\d\d|group-refused)$/
const ofInstance = /^(instance|key)-/
const ofConflict = /^conflict/

/** The exit code that a failure stands for. */
export function exitCodeOf(thrown: unknown): ExitCode {
  return thrown instanceof StudioError ? exitCodeOfCode(thrown.code) : exitCode.failed
}

/** The exit code that the failures of several entries stand for. */
export function exitCodeOfEntries(codes: readonly (string | null)[]): ExitCode {
  if (codes.some((code) => exitCodeOfCode(code ?? '') === exitCode.instance)) return exitCode.instance
  return codes.length > 0 ? exitCode.failed : exitCode.good
}

function exitCodeOfCode(code: string): ExitCode {
  if (ofRefusal.test(code)) return exitCode.failed
  if (ofInstance.test(code)) return exitCode.instance
  return ofConflict.test(code) ? exitCode.conflicts : exitCode.usage
}
