/** Whether a FusionAuth version such as `1.64.0` is older than another; a part that is missing counts as 0. */
export function isOlder(version: string, than: string): boolean {
  const [left, right] = [numbers(version), numbers(than)]
  for (let index = 0; index < 3; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}

function numbers(version: string): readonly number[] {
  return version
    .split(/[.-]/)
    .slice(0, 3)
    .map((part) => Number.parseInt(part, 10) || 0)
}
