import type { GuestRecord } from './guest-record.ts'
import type { Primordials } from './primordials.ts'
import type { Serialize } from './serialize.ts'

/** What the lambda left of its arguments, as JSON text. */
export interface ArgumentsText {
  /** An object keyed by parameter name. */
  readonly written: string
  /** A list of the names of those that are left as they were, which are not among the written. */
  readonly unchanged: string
}

/** The arguments of one call, before and after it. */
export interface GuestArguments {
  readonly values: readonly unknown[]
  write(): ArgumentsText
}

/** What the runtime makes arguments from. */
export interface ArgumentSource {
  readonly parameters: readonly string[]
  /** The JSON text of each argument by position, '' where there is none. */
  readonly inputs: readonly string[]
  readonly secrets: Readonly<Record<string, string>>
}

/** Makes the arguments by position, and adds to `context` the services that FusionAuth gives there. */
export function createArguments(
  p: Primordials,
  record: GuestRecord,
  newSerialize: () => Serialize,
  { parameters, inputs, secrets }: ArgumentSource,
): GuestArguments {
  /** The context that the input did not give: it is not written unless the lambda writes to it. */
  const madeContext = {}

  const getSecret = (name: unknown): string | undefined => {
    const key = p.toText(name)
    if (p.hasOwn(secrets, key)) return secrets[key]
    const shown = p.quote(p.slice(key, 0, 200))
    record.note('secret-unknown', shown, '', record.currentLine())
    return undefined
  }

  const withSecrets = (context: object): object => {
    const given = p.hasOwn(context, 'services') ? (context as { services: unknown }).services : undefined
    const services = typeof given === 'object' && given !== null ? given : {}
    if (services !== given) p.hide(context, 'services', services)
    p.hide(services, 'secrets', { get: getSecret })
    return context
  }

  const valueOf = (name: string, text: string): unknown => {
    const value = text === '' ? undefined : p.parseJson(text)
    if (name !== 'context') return value
    if (value === undefined) return withSecrets(madeContext)
    return typeof value === 'object' && value !== null ? withSecrets(value) : value
  }

  const values: unknown[] = []
  for (let at = 0; at < parameters.length; at++) p.push(values, valueOf(parameters[at]!, inputs[at]!))

  return {
    values,
    write() {
      const serialize = newSerialize()
      let text = ''
      let same = ''
      for (let at = 0; at < parameters.length; at++) {
        const value = values[at]
        const isLeftOut =
          value === undefined || (value === madeContext && p.ownKeys(madeContext).length === 1)
        const written = isLeftOut ? undefined : serialize(value, parameters[at]!)
        const name = p.quote(parameters[at]!)
        if (written === inputs[at]) same += `${same && ','}${name}`
        else if (written !== undefined) text += `${text && ','}${name}:${written}`
      }
      return { written: `{${text}}`, unchanged: `[${same}]` }
    },
  }
}
