import type { Language, Message, MessageKey } from './catalogue.ts'
import { en } from './en.ts'
import { clock, locale, localeTag } from './locale.ts'

/** A key whose message has no values to fill in; what data such as tables of labels hold. */
export type PlainMessageKey = { [K in MessageKey]: [Values<K>] extends [never] ? K : never }[MessageKey]

type TextOf<M> = M extends { other: infer Other } ? Other : M
type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
type Values<K extends MessageKey> = NamesIn<TextOf<(typeof en)[K]>>
type Arguments<K extends MessageKey> = [Values<K>] extends [never]
  ? []
  : [values: Readonly<Record<Values<K>, string | number>>]

const plurals = new Intl.PluralRules(localeTag)
const english: Language = { page: en, host: {} }
let language = english

/** Each language is loaded when it is shown; English is there for all. */
const loaders: Readonly<Record<typeof locale, () => Promise<Language>>> = {
  en: () => Promise.resolve(english),
  pseudo: async () => (await import('./pseudo.ts')).pseudo,
}

/** Waits for the texts of the page's language; before that they are English. */
export async function loadMessages(): Promise<void> {
  language = await loaders[locale]()
  document.documentElement.lang = localeTag
}

/** The text that the user sees under a key, with its values filled in. */
export function t<K extends MessageKey>(key: K, ...[values]: Arguments<K>): string {
  return fill(language.page[key], values ?? {})
}

/** The translation of a pattern of the host; undefined where the page's language has none. */
export function hostPattern(pattern: string): string | undefined {
  return Object.hasOwn(language.host, pattern) ? language.host[pattern] : undefined
}

/** Fills the `{names}` of a message and takes the plural form that `count` asks for. */
export function fill(message: Message, values: Readonly<Record<string, string | number>>): string {
  const text = typeof message === 'string' ? message : pluralForm(message, Number(values['count']))
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    return typeof value === 'number' ? formatNumber(value) : (value ?? whole)
  })
}

function pluralForm(message: Exclude<Message, string>, count: number): string {
  return message[plurals.select(count)] ?? message.other
}

const numbers = new Intl.NumberFormat(localeTag, { maximumFractionDigits: 2 })

/** A number as the user's language writes it. */
export function formatNumber(value: number): string {
  return numbers.format(value)
}

const times = new Intl.DateTimeFormat(localeTag, { dateStyle: 'medium', timeStyle: 'medium', ...clock })

/** A moment, given as ISO 8601, as the user's language writes it. */
export function formatTime(at: string): string {
  return times.format(new Date(at))
}
