/** The first line of a data file. */
export const header = { format: 'lambda-studio demo', version: 1 }

/** The code of a failed file operation, such as ENOENT. */
export function codeOf(cause: unknown): string {
  return (cause as NodeJS.ErrnoException).code ?? 'unknown'
}
