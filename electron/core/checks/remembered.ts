/**
 * A function that remembers the results it gave last, so that a body is not gone through again for every case it runs
 * with. `keyOf` tells arguments apart; `capacity` is the number of results that are kept.
 */
export function remembered<Arguments extends readonly unknown[], Result extends object | null>(
  make: (...given: Arguments) => Result,
  keyOf: (...given: Arguments) => string,
  capacity = 64,
): (...given: Arguments) => Result {
  const results = new Map<string, Result>()
  return (...given) => {
    const key = keyOf(...given)
    const known = results.get(key)
    const result = known === undefined ? make(...given) : known
    // A Map keeps the order of insertion: the one used last goes to the end, the first is the oldest.
    results.delete(key)
    results.set(key, result)
    const [oldest] = results.keys()
    if (results.size > capacity && oldest !== undefined) results.delete(oldest)
    return result
  }
}
