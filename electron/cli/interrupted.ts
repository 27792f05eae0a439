/** Resolves when the user, or the system, asks the process to end, or nobody reads any more what it prints. */
export function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
    process.stdout.once('error', () => resolve())
  })
}
