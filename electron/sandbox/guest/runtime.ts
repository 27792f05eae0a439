import type { GuestSettings } from '../../contract/models/sandbox.ts'
import type { RunError } from '../../contract/models/run.ts'
import type { installActiveDirectory } from './active-directory.ts'
import type { installClock, installRandom } from './clock.ts'
import type { installConsole } from './console.ts'
import type { describeError } from './describe-error.ts'
import type { installFetch } from './fetch.ts'
import type { createRecord } from './guest-record.ts'
import type { installLanguageLevel } from './language-level.ts'
import type { capturePrimordials } from './primordials.ts'
import type { createSerialize } from './serialize.ts'

/** The functions of this folder, as they are in scope inside the isolate. */
export interface GuestParts {
  readonly capturePrimordials: typeof capturePrimordials
  readonly createRecord: typeof createRecord
  readonly createSerialize: typeof createSerialize
  readonly describeError: typeof describeError
  readonly installActiveDirectory: typeof installActiveDirectory
  readonly installClock: typeof installClock
  readonly installConsole: typeof installConsole
  readonly installFetch: typeof installFetch
  readonly installLanguageLevel: typeof installLanguageLevel
  readonly installRandom: typeof installRandom
}

/** What the sandbox process holds of a context: three functions that take and give text alone. */
export interface GuestRuntime {
  /** Sets the runtime up; before the body is loaded. */
  begin(settingsJson: string): void
  /** Calls the lambda's function and gives what it left, as the JSON text of a {@link GuestOutput}. */
  call(lambda: unknown, parametersJson: string, inputJson: string): string
  /** Gives what was written down so far, where the run was cut short. */
  collect(): string
}

/** What comes out of the isolate. It is the guest's word, so the reader checks it. */
export interface GuestOutput {
  readonly arguments: object | null
  readonly error: RunError | null
  readonly console: readonly unknown[]
  readonly fetches: readonly unknown[]
  readonly notes: readonly unknown[]
}

/** Puts the parts together inside the isolate. */
export function createRuntime(parts: GuestParts): GuestRuntime {
  const p = parts.capturePrimordials()
  const record = parts.createRecord(p)
  let settings: GuestSettings
  /** The context that the input did not give: it holds the services alone unless the lambda writes to it. */
  const madeContext = {}

  const withSecrets = (context: object): object => {
    const get = (name: unknown): string | undefined => {
      const key = p.toText(name)
      if (p.getOwnPropertyDescriptor(settings.secrets, key)) return settings.secrets[key]
      record.note(
        'secret-unknown',
        `No test value is given for the secret ${p.quote(key)}; it reads as undefined.`,
        {
          line: record.currentLine(),
        },
      )
      return undefined
    }
    const hidden = (value: unknown) => ({ value, enumerable: false, writable: true, configurable: true })
    const given = p.getOwnPropertyDescriptor(context, 'services')?.value as unknown
    const services = typeof given === 'object' && given !== null ? given : {}
    if (services !== given) p.defineProperty(context, 'services', hidden(services))
    p.defineProperty(services, 'secrets', hidden({ get }))
    return context
  }

  const readArguments = (parameters: readonly string[], input: Record<string, unknown>): unknown[] => {
    const values: unknown[] = []
    for (let at = 0; at < parameters.length; at++) {
      const name = parameters[at]!
      const value = p.getOwnPropertyDescriptor(input, name)?.value
      const isContext =
        name === 'context' && (value === undefined || (typeof value === 'object' && value !== null))
      p.push(values, isContext ? withSecrets(value ?? madeContext) : value)
    }
    return values
  }

  const writeArguments = (parameters: readonly string[], values: readonly unknown[]): string => {
    const serialize = parts.createSerialize(p, record, settings.outputLimit)
    let text = '{'
    for (let at = 0; at < parameters.length; at++) {
      const value = values[at]
      const isLeftOut = value === undefined || (value === madeContext && p.ownKeys(value).length === 1)
      const written = isLeftOut ? undefined : serialize(value, `/${parameters[at]!}`)
      if (written !== undefined)
        text += (text.length > 1 ? ',' : '') + p.quote(parameters[at]!) + ':' + written
    }
    return text + '}'
  }

  /** The runtime's own records are plain, but `toJSON` may have been put on a prototype meanwhile. */
  const writeRecord = (argumentsText: string, error: RunError | null): string => {
    const plain = parts.createSerialize(p, parts.createRecord(p), 10_000_000)
    const field = (name: string, value: unknown): string => `,"${name}":${plain(value, '') ?? 'null'}`
    return (
      `{"arguments":${argumentsText}` +
      field('error', error) +
      field('console', record.console) +
      field('fetches', record.fetches) +
      field('notes', record.notes) +
      '}'
    )
  }

  const noteReturned = (returned: unknown): void => {
    const thenable =
      typeof returned === 'object' && returned !== null && typeof p.get(returned, 'then') === 'function'
    if (thenable)
      record.note('promise-returned', 'The function returned a promise; FusionAuth does not wait for one.')
  }

  return {
    begin(settingsJson) {
      settings = p.parseJson(settingsJson) as GuestSettings
      parts.installLanguageLevel(p, settings.ecmaVersion)
      parts.installConsole(p, record, settings.debug, settings.consoleLimit)
      parts.installActiveDirectory(p)
      if (settings.hasFetch) parts.installFetch(p, record, settings.fetchRules)
      if (settings.clock !== null) parts.installClock(p, settings.clock)
      if (settings.seed !== null) parts.installRandom(p, settings.seed)
    },
    call(lambda, parametersJson, inputJson) {
      const parameters = p.parseJson(parametersJson) as string[]
      const values = readArguments(parameters, p.parseJson(inputJson) as Record<string, unknown>)
      let error: RunError | null = null
      try {
        noteReturned(p.apply(lambda as () => unknown, undefined, values))
      } catch (thrown) {
        error = parts.describeError(p, thrown)
      }
      return writeRecord(writeArguments(parameters, values), error)
    },
    collect: () => writeRecord('null', null),
  }
}
