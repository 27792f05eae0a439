/** Whether a text fits a pattern in which `*` stands for any run of characters. */
export function fitsPattern(pattern: string, text: string): boolean {
  let at = 0
  let star = -1
  let mark = 0
  let i = 0
  while (i < text.length) {
    if (at < pattern.length && pattern[at] === '*') {
      star = at++
      mark = i
    } else if (at < pattern.length && pattern[at] === text[i]) {
      at++
      i++
    } else if (star >= 0) {
      // Only the last star is tried again, so the time is at most the product of the lengths.
      at = star + 1
      i = ++mark
    } else return false
  }
  while (at < pattern.length && pattern[at] === '*') at++
  return at === pattern.length
}
