import { environmentCredentials, environmentPins } from '../core/credentials/environment-credentials.ts'
import { fileCredentials } from '../core/credentials/file-credentials.ts'
import type { SettingsStore } from '../core/ports.ts'
import { createStudio, type Studio } from '../core/studio.ts'
import type { CliProcess, StudioOptions } from './context.ts'

/** A command leaves no trace among the user's settings, such as in the list of recent workspaces. */
const forgetfulSettings: SettingsStore = {
  file: null,
  all: () => Promise.resolve({ values: {}, fault: null }),
  get: () => Promise.resolve(undefined),
  set: () => Promise.resolve(),
  update: () => Promise.resolve(),
  remove: () => Promise.resolve(),
  watch: () => () => undefined,
}

/** Starts the studio that a command works with. */
export function startCommandStudio(
  { host, sandbox, environment }: CliProcess,
  { stay = false, emit = () => undefined }: StudioOptions,
): Studio {
  return createStudio({
    host,
    sandbox,
    keepSpare: stay,
    watch: stay,
    settings: forgetfulSettings,
    credentials: environmentCredentials(environment, fileCredentials()),
    pins: environmentPins(environment),
    emit,
  })
}
