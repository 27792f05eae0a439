import type { OrderEntry, PushFailure, SyncResult } from '../../contract/models/sync-order.ts'
import { said, say, type Worded } from '../../contract/words.ts'

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
    const message = failureText(problems.length, failedCases)
    return said<SyncResult>({ ...common, outcome: 'failed', code, message })
  })
}

function failureText(problems: number, failedCases: readonly string[]): Worded {
  const errors = problems === 1 ? say`checks find 1 error` : say`checks find ${problems} errors`
  if (failedCases.length === 0) return say`Not pushed: ${errors}.`
  const cases = say`these cases fail or cannot be read: ${failedCases.join(', ')}`
  return problems === 0 ? say`Not pushed: ${cases}.` : say`Not pushed: ${errors}; ${cases}.`
}
