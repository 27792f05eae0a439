/**
 * As `Promise.all` over a list, with at most `limit` under way at once; the results keep the order of the list. Once one
 * fails nothing more is begun, and what is under way is waited for: nothing goes on behind the caller's back.
 */
export async function mapInParallel<T, R>(
  list: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const rest = list.entries()
  let isFailing = false
  const worker = async (): Promise<void> => {
    for (const [at, item] of rest) {
      if (isFailing) return
      try {
        results[at] = await work(item)
      } catch (thrown) {
        isFailing = true
        throw thrown
      }
    }
  }
  const workers = Array.from({ length: Math.min(limit, list.length) }, worker)
  await Promise.allSettled(workers)
  await Promise.all(workers)
  return results
}
