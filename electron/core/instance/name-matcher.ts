/**
 * Compares names as FusionAuth's searches do: `*` stands for any text, a name without one is found anywhere, and case
 * does not matter. Takes no longer for many `*`.
 */
export function nameMatcher(wanted: string): (name: string) => boolean {
  const [first = '', ...rest] = wanted.toLowerCase().split('*')
  const last = rest.pop()
  if (last === undefined) return (name) => name.toLowerCase().includes(first)
  return (name) => {
    const text = name.toLowerCase()
    if (!text.startsWith(first)) return false
    let at = first.length
    for (const part of rest) {
      const found = text.indexOf(part, at)
      if (found < 0) return false
      at = found + part.length
    }
    return text.length - last.length >= at && text.endsWith(last)
  }
}
