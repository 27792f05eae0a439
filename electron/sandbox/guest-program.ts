import { installActiveDirectory } from './guest/active-directory.ts'
import { createArguments } from './guest/arguments.ts'
import { installClock, installDateFormats, installRandom } from './guest/clock.ts'
import { installConsole } from './guest/console.ts'
import { describeError } from './guest/describe-error.ts'
import { installFetch } from './guest/fetch.ts'
import { installPatterns } from './guest/patterns.ts'
import { createPlainWriter } from './guest/plain-writer.ts'
import { createRecord } from './guest/guest-record.ts'
import { installConstructors } from './guest/language-level.ts'
import { capturePrimordials } from './guest/primordials.ts'
import { createRuntime, type GuestParts } from './guest/runtime.ts'
import { createSerialize } from './guest/serialize.ts'
import { fitsPattern } from './guest/url-pattern.ts'
import { watchProxies } from './guest/watch-proxies.ts'
import { wrapConstructor } from './guest/wrap-constructor.ts'
import { writeRecord } from './guest/write-record.ts'
import { removalProgram } from './removal-program.ts'

const parts: GuestParts = {
  capturePrimordials,
  createArguments,
  createPlainWriter,
  createRecord,
  createSerialize,
  describeError,
  fitsPattern,
  installActiveDirectory,
  installClock,
  installConsole,
  installConstructors,
  installDateFormats,
  installFetch,
  installPatterns,
  installRandom,
  watchProxies,
  wrapConstructor,
  writeRecord,
}

const partTexts = Object.entries(parts).map(
  ([name, part]) => `${JSON.stringify(name)}: ${(part as () => unknown).toString()}`,
)
/** Without a prototype: V8 makes an object of so many properties much faster so. */
const partsText = `{ __proto__: null,\n${partTexts.join(',\n')}\n}`

/**
 * The script that sets up a context for a language level, made from the functions' own source. Its value is a
 * `GuestEntry`. No host callback exists: everything the lambda is given lives inside the isolate.
 */
export function guestProgram(ecmaVersion: number): string {
  return `'use strict';\n(${createRuntime.toString()})(${partsText}, ${ecmaVersion}, ${removalProgram(ecmaVersion)})`
}
