/** What is done about a page that crashed. */
export type Recovery = 'reload' | 'ask'

/** A page that crashes this often within this time, in milliseconds, crashes of itself. */
const mostCrashes = 3
const spanMs = 60_000

/** A page is loaded again after a crash, but not for ever: then the user decides. `crashes` are times, the last included. */
export function planRecovery(crashes: readonly number[]): Recovery {
  const last = crashes.at(-1) ?? 0
  const recent = crashes.filter((at) => last - at < spanMs)
  return recent.length < mostCrashes ? 'reload' : 'ask'
}
