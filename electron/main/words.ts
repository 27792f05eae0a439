import { englishShellWords, type ShellWord, type ShellWords } from '../contract/models/shell-words.ts'

/** What the program says where no page can: in English until a page has told it in its language. */
export const words: Record<ShellWord, string> = { ...englishShellWords }

/** Speaks the language of the page from now on. */
export function adoptWords(told: ShellWords): void {
  Object.assign(words, told)
}

/** A text that names a version. */
export const ofVersion = (text: string, version: string): string => text.replace('{version}', version)
