import type { GuestSettings } from '../../contract/models/sandbox.ts'
import type { RunError } from '../../contract/models/run.ts'
import type { RemoveLater } from '../removal-program.ts'
import type { installActiveDirectory } from './active-directory.ts'
import type { createArguments } from './arguments.ts'
import type { installClock, installDateFormats, installRandom } from './clock.ts'
import type { installConsole } from './console.ts'
import type { describeError } from './describe-error.ts'
import type { installFetch } from './fetch.ts'
import type { createPlainWriter, WritePlain } from './plain-writer.ts'
import type { createRecord } from './guest-record.ts'
import type { installConstructors } from './language-level.ts'
import type { installPatterns } from './patterns.ts'
import type { capturePrimordials } from './primordials.ts'
import type { createSerialize } from './serialize.ts'
import type { fitsPattern } from './url-pattern.ts'
import type { watchProxies } from './watch-proxies.ts'
import type { wrapConstructor } from './wrap-constructor.ts'
import type { writeRecord } from './write-record.ts'

/** The functions of this folder, as they are in scope inside the isolate. */
export interface GuestParts {
  readonly capturePrimordials: typeof capturePrimordials
  readonly createArguments: typeof createArguments
  readonly createPlainWriter: typeof createPlainWriter
  readonly createRecord: typeof createRecord
  readonly createSerialize: typeof createSerialize
  readonly describeError: typeof describeError
  readonly fitsPattern: typeof fitsPattern
  readonly installActiveDirectory: typeof installActiveDirectory
  readonly installClock: typeof installClock
  readonly installConsole: typeof installConsole
  readonly installConstructors: typeof installConstructors
  readonly installDateFormats: typeof installDateFormats
  readonly installFetch: typeof installFetch
  readonly installPatterns: typeof installPatterns
  readonly installRandom: typeof installRandom
  readonly watchProxies: typeof watchProxies
  readonly wrapConstructor: typeof wrapConstructor
  readonly writeRecord: typeof writeRecord
}

/** What a context is made with for a body, by what the body can come to. */
export interface GuestNeeds {
  /** For `RemoveLater`. */
  readonly removals: readonly boolean[] | null
  /** Constructors that newer levels added to. */
  readonly constructors: boolean
  readonly patterns: boolean
  readonly proxies: boolean
  readonly console: boolean
  readonly fetch: boolean
  readonly activeDirectory: boolean
}

/** The steps of a run in a context: functions that take and give text alone. */
export interface GuestRuntime {
  /** Sets the runtime up for one run, before the body is loaded; `needsJson` is that of `GuestNeeds`. */
  begin(settingsJson: string, needsJson: string): void
  /** Calls the function that `find` gives and writes what it left, as the JSON text of a `GuestOutput`. */
  call(find: () => unknown, parametersJson: string, readsReturn: boolean, ...inputs: string[]): string
  /** Gives what the call has written; where it was cut short, what was noticed so far. */
  collect(): string
}

/** What the sandbox process holds of a context: one function for all steps, because V8 takes long to hand out more. */
export type GuestEntry = (step: keyof GuestRuntime, ...given: unknown[]) => unknown

/** Puts the parts together inside the isolate. */
export function createRuntime(parts: GuestParts, ecmaVersion: number, removeLater: RemoveLater): GuestEntry {
  const p = parts.capturePrimordials()
  const record = parts.createRecord(p)
  const plainWriter = parts.createPlainWriter(p)
  let settings: GuestSettings
  /** What the call has written, which outlives a promise that fails after it. */
  let written = ''
  let hasProxies = () => false

  const writePlain: WritePlain = (value, sizeLimit, countLimit) =>
    hasProxies() ? undefined : plainWriter(value, sizeLimit, countLimit)

  /** A promise is told by its `then`, which reading may throw. */
  const isPromise = (value: unknown): boolean => {
    try {
      return typeof value === 'object' && value !== null && typeof p.get(value, 'then') === 'function'
    } catch {
      return false
    }
  }

  const noteReturned = (returned: unknown): void => {
    if (isPromise(returned)) record.note('promise-returned', '', '', 0)
  }

  const callFound = (find: () => unknown, values: readonly unknown[]): unknown => {
    const lambda = find()
    if (typeof lambda !== 'function')
      throw new p.ReferenceError('The function of the lambda is not declared.')
    return p.apply(lambda as () => unknown, undefined, values)
  }

  const limit = (needs: GuestNeeds): void => {
    removeLater(p.deleteProperty, needs.removals)
    if (needs.proxies) hasProxies = parts.watchProxies(p)
    if (needs.constructors) parts.installConstructors(p, parts.wrapConstructor, ecmaVersion)
    if (needs.patterns) parts.installPatterns(p, parts.wrapConstructor, ecmaVersion)
  }

  const install = (needs: GuestNeeds): void => {
    if (needs.console) parts.installConsole(p, record, settings.debug, settings.consoleLimit)
    if (needs.fetch) parts.installFetch(p, record, parts.fitsPattern, settings.fetchRules)
    if (needs.activeDirectory) parts.installActiveDirectory(p)
    if (settings.clock !== null) {
      parts.installClock(p, parts.wrapConstructor, settings.clock)
      parts.installDateFormats(p, settings.clock)
    }
    if (settings.seed !== null) parts.installRandom(p, settings.seed)
  }

  const runtime: GuestRuntime = {
    begin(settingsJson, needsJson) {
      settings = p.parseJson(settingsJson) as GuestSettings
      const needs = p.parseJson(needsJson) as GuestNeeds
      limit(needs)
      install(needs)
    },
    call(find, parametersJson, readsReturn, ...inputs) {
      const newSerialize = () => parts.createSerialize(p, record, writePlain, settings.outputLimit)
      const args = parts.createArguments(p, record, newSerialize, {
        parameters: p.parseJson(parametersJson) as string[],
        inputs,
        secrets: settings.secrets,
      })
      let returned: unknown
      let error: RunError | null = null
      try {
        returned = callFound(find, args.values)
      } catch (thrown) {
        error = parts.describeError(p, thrown)
      }
      noteReturned(returned)
      const left = args.write()
      const returnedText =
        readsReturn && returned !== undefined ? newSerialize()(returned, 'return') : undefined
      written = parts.writeRecord(p, record, { args: left, returnedText: returnedText ?? 'null', error })
      return written
    },
    collect: () => written || parts.writeRecord(p, record, { args: null, returnedText: 'null', error: null }),
  }
  return (step, ...given) => p.apply(runtime[step] as () => unknown, undefined, given) as unknown
}
