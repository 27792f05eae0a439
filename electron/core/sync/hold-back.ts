import type { OrderEntry, PushFailure, SyncResult } from '../../contract/models/sync.ts'

/** What of an entry its result repeats. */
export type HeldEntry = Pick<OrderEntry, 'slug' | 'id' | 'action'>

/** The results of an order that is not carried out: what fails says so, and the rest was held back beside it. */
export function holdBack(
  entries: readonly HeldEntry[],
  failures: readonly PushFailure[],
): readonly SyncResult[] {
  return entries.map(({ slug, id, action }) => {
    const failure = failures.find((each) => each.slug === slug)
    const common = { slug, id, name: slug ?? id ?? '', action }
    if (!failure) {
      return { ...common, outcome: 'skipped', code: 'stopped', message: 'Held back, because others fail.' }
    }
    const { problems, failedCases } = failure
    const code = problems.length > 0 ? 'checks-failed' : 'cases-failed'
    return { ...common, outcome: 'failed', code, message: failureText(problems.length, failedCases) }
  })
}

function failureText(problems: number, failedCases: readonly string[]): string {
  const parts = [
    ...(problems > 0 ? [`checks find ${problems} ${problems === 1 ? 'error' : 'errors'}`] : []),
    ...(failedCases.length > 0 ? [`these cases fail or cannot be read: ${failedCases.join(', ')}`] : []),
  ]
  return `Not pushed: ${parts.join('; ')}.`
}
