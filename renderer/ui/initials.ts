/** One or two letters that stand for a person: of the first and last word of the name. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s._@-]+/u).filter((word) => /\p{L}|\p{N}/u.test(word))
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(firstLetter)
  return letters.join('') || '?'
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

function firstLetter(word: string | undefined): string {
  const [first] = characters.segment(word ?? '')
  return first?.segment.toLocaleUpperCase('en') ?? ''
}

/** Which of so many colours a person has: always the same one. */
export function colorOf(id: string, colors: number): number {
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521
  return sum % colors
}
