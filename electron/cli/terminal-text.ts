import colors from 'picocolors'
import { withoutWords } from '../contract/words.ts'

/** What steers a terminal, and what turns the direction of text, so that it reads as something else. */
const steering = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** The colours and weights that the command line paints with. */
const paint = /^\[(?:1|2|22|3[1-6]|39)m/

/**
 * A text that does nothing to a terminal but show and be coloured. What lambdas print and servers answer may hold
 * sequences that clear the screen, fill the clipboard or hide a line; these are shown as JSON would write them.
 */
export function terminalText(text: string): string {
  return text.replace(steering, (character, at: number) =>
    isPlain(character, text, at) ? character : escaped(character),
  )
}

/** JSON that holds nothing but what can be shown; its value is the same. */
export function terminalJson(value: unknown): string {
  return JSON.stringify(value, withoutWords, 2).replace(steering, (character) =>
    character === '\n' ? character : escaped(character),
  )
}

function isPlain(character: string, text: string, at: number): boolean {
  if (character === '\r') return text[at + 1] === '\n'
  if (character === '\u001b') return colors.isColorSupported && paint.test(text.slice(at + 1, at + 5))
  return character === '\n' || character === '\t'
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
