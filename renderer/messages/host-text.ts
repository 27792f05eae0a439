import {
  fillPattern,
  type HintWords,
  type MessageWords,
  type PurposeWords,
  type TitleWords,
  type Words,
} from '../../electron/contract/words.ts'
import { formatNumber, hostPattern } from './translate.ts'

/** The `message` of something the host said, in the language of the page. */
export function hostMessage({ message, messageWords }: MessageWords & { readonly message: string }): string {
  return hostText(message, messageWords)
}

/** The `hint` of something the host said, in the language of the page; empty where it has none. */
export function hostHint({ hint = '', hintWords }: HintWords & { readonly hint?: string }): string {
  return hostText(hint, hintWords)
}

/** The `purpose` that a permission has, in the language of the page. */
export function hostPurpose({ purpose, purposeWords }: PurposeWords & { readonly purpose: string }): string {
  return hostText(purpose, purposeWords)
}

/** A note of the host that has no values, in the language of the page. */
export function hostNote(note: string): string {
  return hostText(note)
}

/** The `title` of something the host offers, in the language of the page. */
export function hostTitle({ title, titleWords }: TitleWords & { readonly title: string }): string {
  return hostText(title, titleWords)
}

/** Without words a text is its own pattern; what the language lacks stays as the host said it, but for its numbers. */
function hostText(text: string, words?: Words): string {
  return words ? valueText(words) : (hostPattern(text) ?? text)
}

function valueText(value: Words['values'][number]): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return formatNumber(value)
  return fillPattern(hostPattern(value.pattern) ?? value.pattern, value.values.map(valueText))
}
