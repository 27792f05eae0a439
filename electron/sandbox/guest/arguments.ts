import type { GuestRecord } from './guest-record.ts'
import type { Primordials } from './primordials.ts'
import type { Serialize } from './serialize.ts'

/** The arguments of one call, before and after it. */
export interface GuestArguments {
  readonly values: readonly unknown[]
  /** What the lambda left of them, as the JSON text of an object keyed by parameter name. */
  write(): string
}

/** What the runtime makes arguments from. */
export interface ArgumentSource {
  readonly parameters: readonly string[]
  readonly input: Record<string, unknown>
  readonly secrets: Readonly<Record<string, string>>
}

/** Makes the arguments by position, and adds to `context` the services that FusionAuth gives there. */
export function createArguments(
  p: Primordials,
  record: GuestRecord,
  newSerialize: () => Serialize,
  { parameters, input, secrets }: ArgumentSource,
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

  const valueOf = (name: string): unknown => {
    const value = p.hasOwn(input, name) ? input[name] : undefined
    if (name !== 'context') return value
    if (value === undefined) return withSecrets(madeContext)
    return typeof value === 'object' && value !== null ? withSecrets(value) : value
  }

  const values: unknown[] = []
  for (let at = 0; at < parameters.length; at++) p.push(values, valueOf(parameters[at]!))

  return {
    values,
    write() {
      const serialize = newSerialize()
      let text = ''
      for (let at = 0; at < parameters.length; at++) {
        const value = values[at]
        const isLeftOut =
          value === undefined || (value === madeContext && p.ownKeys(madeContext).length === 1)
        const written = isLeftOut ? undefined : serialize(value, parameters[at]!)
        if (written !== undefined) text += `${text && ','}${p.quote(parameters[at]!)}:${written}`
      }
      return `{${text}}`
    },
  }
}
