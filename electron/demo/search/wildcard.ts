/**
 * A test for FusionAuth's search texts: case-insensitive, `*` stands for any run of characters, and a text
 * without one is looked for anywhere. No text matches everything.
 */
export function wildcard(pattern: string | null | undefined): (text: string) => boolean {
  if (pattern === null || pattern === undefined || pattern === '') return () => true
  const lower = pattern.toLowerCase()
  if (!lower.includes('*')) return (text) => text.toLowerCase().includes(lower)
  const [first = '', ...rest] = lower.split('*')
  const last = rest.pop() ?? ''
  return (text) => matches(text.toLowerCase(), first, rest, last)
}

/** Takes each middle part at its first place; that leaves the most room for the parts after it. */
function matches(text: string, first: string, middle: readonly string[], last: string): boolean {
  if (!text.startsWith(first)) return false
  let from = first.length
  for (const part of middle) {
    const at = text.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return text.length - last.length >= from && text.endsWith(last)
}
