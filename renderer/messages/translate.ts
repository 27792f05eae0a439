import { en } from './en.ts'

/** A text, or its forms by plural rule; `{count}` chooses between them. */
export type Message = string | { readonly one: string; readonly other: string }

export type MessageKey = keyof typeof en

/** A key whose message has no values to fill in; what data such as tables of labels hold. */
export type PlainMessageKey = { [K in MessageKey]: [Values<K>] extends [never] ? K : never }[MessageKey]

type TextOf<M> = M extends { other: infer Other } ? Other : M
type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
type Values<K extends MessageKey> = NamesIn<TextOf<(typeof en)[K]>>
type Arguments<K extends MessageKey> = [Values<K>] extends [never]
  ? []
  : [values: Readonly<Record<Values<K>, string | number>>]

const locale = 'en'
const plurals = new Intl.PluralRules(locale)
const messages: Readonly<Record<MessageKey, Message>> = en

/** The text that the user sees under a key, with its values filled in. */
export function t<K extends MessageKey>(key: K, ...[values]: Arguments<K>): string {
  return fill(messages[key], values ?? {})
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
  return plurals.select(count) === 'one' ? message.one : message.other
}

const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })

/** A number as the user's language writes it. */
export function formatNumber(value: number): string {
  return numbers.format(value)
}

const times = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' })

/** A moment, given as ISO 8601, as the user's language writes it. */
export function formatTime(at: string): string {
  return times.format(new Date(at))
}
