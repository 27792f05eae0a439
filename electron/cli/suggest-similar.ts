/** The name most like what was typed, if one is like it at all. */
export function suggestSimilar(typed: string, names: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase()
  const [best] = names
    .map((name) => ({ name, distance: distanceOf(wanted, name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  return best && best.distance <= Math.max(2, best.name.length / 3) ? best.name : undefined
}

/** Levenshtein distance. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [i, unit] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (unit === other ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]!
}
