import { setImmediate as nextTurn } from 'node:timers/promises'

/** Milliseconds after which others have their turn. */
const turnMs = 8

/** Maps a list by work done at once, each piece of it too small to be waited for; others have a turn in between. */
export async function mapInTurns<T, R>(list: readonly T[], work: (item: T) => R): Promise<R[]> {
  const results: R[] = []
  let began = performance.now()
  for (const item of list) {
    if (performance.now() - began > turnMs) {
      await nextTurn()
      began = performance.now()
    }
    results.push(work(item))
  }
  return results
}
