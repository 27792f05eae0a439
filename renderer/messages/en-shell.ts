import { englishShellWords, type ShellWord } from '../../electron/contract/models/shell-words.ts'

type ShellTexts = { readonly [W in ShellWord as `shell.${W}`]: (typeof englishShellWords)[W] }

/** The texts of the dialogs and menus of the system, which the program has in English before a page tells them. */
export const shellTexts = Object.fromEntries(
  Object.entries(englishShellWords).map(([word, text]) => [`shell.${word}`, text]),
) as ShellTexts
