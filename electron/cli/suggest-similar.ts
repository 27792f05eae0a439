import { distance } from 'fastest-levenshtein'

/** The name most like what was typed, if one is like it at all. */
export function suggestSimilar(typed: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, far: distance(typed.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)
  return best && best.far <= Math.max(2, best.name.length / 3) ? best.name : undefined
}
