import { StudioError } from '../contract/errors.ts'

/** What the command line ends with. */
export const exitCode = {
  good: 0,
  /** A lambda threw, was refused, or a case failed. */
  failed: 1,
  /** Wrong usage, or input that cannot be read. */
  usage: 2,
  /** The instance could not be reached or refused the key. */
  instance: 3,
  /** Conflicts are left. */
  conflicts: 4,
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

const ofInstance = /^(instance|key)-/
const ofConflict = /^conflict/

/** The exit code that a failure stands for. */
export function exitCodeOf(thrown: unknown): ExitCode {
  if (!(thrown instanceof StudioError)) return exitCode.failed
  if (ofInstance.test(thrown.code)) return exitCode.instance
  return ofConflict.test(thrown.code) ? exitCode.conflicts : exitCode.usage
}
