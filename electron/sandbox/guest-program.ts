import { installActiveDirectory } from './guest/active-directory.ts'
import { installClock, installRandom } from './guest/clock.ts'
import { installConsole } from './guest/console.ts'
import { describeError } from './guest/describe-error.ts'
import { installFetch } from './guest/fetch.ts'
import { createRecord } from './guest/guest-record.ts'
import { installLanguageLevel } from './guest/language-level.ts'
import { capturePrimordials } from './guest/primordials.ts'
import { createRuntime, type GuestParts } from './guest/runtime.ts'
import { createSerialize } from './guest/serialize.ts'

const parts: GuestParts = {
  capturePrimordials,
  createRecord,
  createSerialize,
  describeError,
  installActiveDirectory,
  installClock,
  installConsole,
  installFetch,
  installLanguageLevel,
  installRandom,
}

/**
 * The script that sets up a context, made from the functions' own source. Its value is a `GuestRuntime`.
 * No host callback exists: everything the lambda is given lives inside the isolate.
 */
export const guestProgram = `'use strict';
(${createRuntime.toString()})({
${Object.entries(parts)
  .map(([name, part]) => `${JSON.stringify(name)}: ${(part as () => unknown).toString()}`)
  .join(',\n')}
})`
