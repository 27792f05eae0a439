import type { GuestSettings } from '../../contract/models/sandbox.ts'
import type { RunError } from '../../contract/models/run.ts'
import type { LaterBuiltIn } from '../later-built-ins.ts'
import type { installActiveDirectory } from './active-directory.ts'
import type { createArguments } from './arguments.ts'
import type { installClock, installRandom } from './clock.ts'
import type { installConsole } from './console.ts'
import type { describeError } from './describe-error.ts'
import type { installFetch } from './fetch.ts'
import type { createRecord } from './guest-record.ts'
import type { installConstructors, installLanguageLevel } from './language-level.ts'
import type { capturePrimordials } from './primordials.ts'
import type { createSerialize } from './serialize.ts'
import type { fitsPattern } from './url-pattern.ts'
import type { wrapConstructor } from './wrap-constructor.ts'
import type { writeRecord } from './write-record.ts'

/** The functions of this folder, as they are in scope inside the isolate. */
export interface GuestParts {
  readonly capturePrimordials: typeof capturePrimordials
  readonly createArguments: typeof createArguments
  readonly createRecord: typeof createRecord
  readonly createSerialize: typeof createSerialize
  readonly describeError: typeof describeError
  readonly fitsPattern: typeof fitsPattern
  readonly installActiveDirectory: typeof installActiveDirectory
  readonly installClock: typeof installClock
  readonly installConsole: typeof installConsole
  readonly installConstructors: typeof installConstructors
  readonly installFetch: typeof installFetch
  readonly installLanguageLevel: typeof installLanguageLevel
  readonly installRandom: typeof installRandom
  readonly wrapConstructor: typeof wrapConstructor
  readonly writeRecord: typeof writeRecord
}

/** What the sandbox process holds of a context: three functions that take and give text alone. */
export interface GuestRuntime {
  /** Sets the runtime up for one run; before the body is loaded. */
  begin(settingsJson: string): void
  /** Calls the function that `find` gives and writes what it left, as the JSON text of a {@link GuestOutput}. */
  call(find: () => unknown, parametersJson: string, inputJson: string): string
  /** Writes what was noticed so far, where the run was cut short. */
  collect(): string
}

/** Puts the parts together inside the isolate. */
export function createRuntime(
  parts: GuestParts,
  ecmaVersion: number,
  later: readonly LaterBuiltIn[],
): GuestRuntime {
  const p = parts.capturePrimordials()
  const record = parts.createRecord(p)
  let settings: GuestSettings
  parts.installLanguageLevel(p, later)
  parts.installConstructors(p, parts.wrapConstructor, ecmaVersion)
  parts.installActiveDirectory(p)

  /** A promise is told by reading `then`, as a server would that waited for one. */
  const noteReturned = (returned: unknown): void => {
    if (typeof returned !== 'object' || returned === null) return
    if (typeof p.get(returned, 'then') !== 'function') return
    record.note(
      'promise-returned',
      'The function returned a promise; FusionAuth does not wait for one.',
      '',
      0,
    )
  }

  const run = (find: () => unknown, values: readonly unknown[]): RunError | null => {
    try {
      noteReturned(p.apply(find() as () => unknown, undefined, values))
      return null
    } catch (thrown) {
      return parts.describeError(p, thrown)
    }
  }

  return {
    begin(settingsJson) {
      settings = p.parseJson(settingsJson) as GuestSettings
      parts.installConsole(p, record, settings.debug, settings.consoleLimit)
      if (settings.hasFetch) parts.installFetch(p, record, parts.fitsPattern, settings.fetchRules)
      if (settings.clock !== null) parts.installClock(p, parts.wrapConstructor, settings.clock)
      if (settings.seed !== null) parts.installRandom(p, settings.seed)
    },
    call(find, parametersJson, inputJson) {
      const args = parts.createArguments(p, record, parts.createSerialize, {
        parameters: p.parseJson(parametersJson) as string[],
        input: p.parseJson(inputJson) as Record<string, unknown>,
        secrets: settings.secrets,
        outputLimit: settings.outputLimit,
      })
      const error = run(find, args.values)
      return parts.writeRecord(p, record, args.write(), error)
    },
    collect: () => parts.writeRecord(p, record, 'null', null),
  }
}
