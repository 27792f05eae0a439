import type { en } from './en.ts'

/** A text, or its forms by plural rule; `{count}` chooses between them. */
export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string })

export type MessageKey = keyof typeof en

/** Every text in one language. A file of a language ends in `satisfies Catalogue`, so that none is forgotten. */
export type Catalogue = Readonly<Record<MessageKey, Message>>

/** One language: the page's own texts, and what the host says, by the English patterns in `host-patterns.json`. */
export interface Language {
  readonly page: Catalogue
  /** The host's English stands in for what is not here. */
  readonly host: Readonly<Record<string, string>>
}
