/**
 * A text of the host with values in it, as a translator needs it: the pattern, such as `There is no lambda {0}.`, and what
 * stands at `{0}`, `{1}` and so on. A value is taken as it is, is such a text itself, or is a number, which a face writes
 * as its language does.
 */
export interface Words {
  readonly pattern: string
  readonly values: readonly (string | number | Words)[]
}

/** What the host says: a text that is always the same, and so is its own pattern, or one with values. */
export type HostText = string | Worded

/** {@link Words} where they were said; JSON and a structured clone of it are plain `Words`. */
export class Worded implements Words {
  readonly pattern: string
  readonly values: readonly (string | number | Words)[]

  constructor(pattern: string, values: readonly (string | number | Words)[]) {
    this.pattern = pattern
    this.values = values
  }

  /** The text in English. */
  toString(): string {
    return fillPattern(this.pattern, this.values.map(inEnglish))
  }
}

/**
 * Tag of a text with values in it; a part of another text is tagged in any case, because a value is not looked up in the
 * files of languages: ``say`The file ${path} cannot be read: ${because}.` `` A number says how many or which one in a row;
 * one that is a name, such as a port or the year of a standard, is given as text.
 */
export function say(parts: TemplateStringsArray, ...values: readonly (string | number | Words)[]): Worded {
  const pattern = parts.reduce((before, part, at) => `${before}{${at - 1}}${part}`)
  return new Worded(pattern, values)
}

/** Puts values into a pattern, or into its translation. */
export function fillPattern(pattern: string, values: readonly string[]): string {
  return pattern.replace(/\{(\d+)\}/g, (whole, at: string) => values[Number(at)] ?? whole)
}

/** Digits alone: programs read it, too. */
function inEnglish(value: string | number | Words): string {
  return typeof value !== 'object' ? String(value) : fillPattern(value.pattern, value.values.map(inEnglish))
}

/** The words of a `message`, beside it in data that faces are given; not there where the message has no values. */
export interface MessageWords {
  readonly messageWords?: Words
}

/** The words of a `hint`, as {@link MessageWords}. */
export interface HintWords {
  readonly hintWords?: Words
}

/** The words of a `title`, as {@link MessageWords}. */
export interface TitleWords {
  readonly titleWords?: Words
}

/** The words of a `purpose`, as {@link MessageWords}. */
export interface PurposeWords {
  readonly purposeWords?: Words
}

const fields = ['message', 'hint', 'title', 'purpose'] as const

/** Data whose texts may still be {@link Worded}. */
export type Unsaid<T> = {
  readonly [K in keyof T]: K extends (typeof fields)[number] ? HostText | Extract<T[K], undefined> : T[K]
}

/** Makes data of it: every text in English, and its words beside it. */
export function said<T extends object>(data: Unsaid<T>): T {
  const texts: Record<string, unknown> = { ...data }
  for (const field of fields) {
    const text = texts[field]
    if (!(text instanceof Worded)) continue
    texts[field] = String(text)
    if (text.values.length > 0) texts[`${field}Words`] = text
  }
  return texts as T
}

/** The message of a failure or an outcome, to be said within another text or as it is. */
export function messageOf({ message, messageWords }: MessageWords & { readonly message: string }): Worded {
  return wordsOf(message, messageWords)
}

/** The hint of a failure, as {@link messageOf}. */
export function hintOf({ hint, hintWords }: HintWords & { readonly hint: string }): Worded {
  return wordsOf(hint, hintWords)
}

function wordsOf(text: string, { pattern, values }: Words = { pattern: text, values: [] }): Worded {
  return new Worded(pattern, values)
}

/** For `JSON.stringify`, where words are for nobody: leaves out what was made by {@link say}. */
export function withoutWords(_key: string, value: unknown): unknown {
  return value instanceof Worded ? undefined : value
}
