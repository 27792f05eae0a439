/** The index of the last number in an ascending list that is not above a value; -1 where all are above it. */
export function lastNotAbove(sorted: readonly number[], value: number): number {
  let [low, high] = [-1, sorted.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((sorted[middle] ?? Infinity) <= value) low = middle
    else high = middle - 1
  }
  return low
}
