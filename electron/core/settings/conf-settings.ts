import { statSync } from 'node:fs'
import { StudioError } from '../../contract/errors.ts'
import type { JsonValue } from '../../contract/json.ts'
import { say } from '../../contract/words.ts'
import { withFileLock } from '../files/file-lock.ts'
import type { SettingsStore } from '../ports.ts'

/** The part that `conf` and `electron-store` share. Its store is read from the file each time. */
export interface ConfFile {
  readonly path: string
  readonly store: Readonly<Record<string, unknown>>
  set(key: string, value: unknown): void
  delete(key: string): void
}

/** The file, and where one was moved to that was found broken. */
export interface OpenedConf {
  readonly conf: ConfFile
  readonly aside: string | null
}

/** How often the file is looked at for edits by another program. */
const lookEveryMs = 500

/** Settings in a file that the user may edit: while it is not JSON, what it held last counts and nothing is written. */
export function confSettings(path: string, open: () => Promise<OpenedConf>): SettingsStore {
  let good: Readonly<Record<string, unknown>> = {}
  const read = async () => {
    const { conf } = await open()
    return (good = conf.store)
  }
  /** The file is read, changed and written whole, so that programs take turns. */
  const change = async (edit: (conf: ConfFile) => void): Promise<void> => {
    try {
      const { conf } = await open()
      await withFileLock(path, () => edit(conf))
    } catch (thrown) {
      throw unreadable(path, thrown)
    }
  }
  return {
    file: path,
    all: async () => {
      try {
        const values = await read()
        const { aside } = await open()
        return { values, fault: aside === null ? null : setAside(path, aside) }
      } catch (thrown) {
        return { values: good, fault: unreadable(path, thrown) }
      }
    },
    get: async (key) => (await read().catch(() => good))[key],
    set: (key, value: JsonValue) => change((conf) => conf.set(key, value)),
    update: (key, next) => change((conf) => conf.set(key, next(conf.store[key]))),
    remove: (key) => change((conf) => conf.delete(key)),
    watch(listener) {
      let known = stampOf(path)
      const look = (): void => {
        const now = stampOf(path)
        if (now === known) return
        known = now
        listener()
      }
      const timer = setInterval(look, lookEveryMs).unref()
      return () => clearInterval(timer)
    },
  }
}

/** Differs whenever the file was written, also where it was put in the place of another. */
function stampOf(path: string): string {
  try {
    const { ino, mtimeNs, size } = statSync(path, { bigint: true })
    return `${ino} ${mtimeNs} ${size}`
  } catch {
    // It is not there, or cannot be looked at: reading it says why.
    return ''
  }
}

function unreadable(path: string, thrown: unknown): StudioError {
  if (thrown instanceof StudioError) return thrown
  if (thrown instanceof SyntaxError) return notJson(path, thrown)
  return new StudioError(
    {
      code: 'settings-unusable',
      message: say`The settings file ${path} cannot be read or written.`,
      hint: 'See that the file and its folder are yours to read and write.',
    },
    { cause: thrown },
  )
}

function notJson(path: string, cause: SyntaxError): StudioError {
  return new StudioError(
    {
      code: 'settings-not-json',
      message: say`The settings file ${path} is not JSON, so nothing in it was read or changed.`,
      hint: 'Mend the file: keys and texts need double quotes; comments and trailing commas are not allowed.',
    },
    { cause },
  )
}

function setAside(path: string, aside: string): StudioError {
  return new StudioError({
    code: 'settings-set-aside',
    message: say`The settings file was not JSON when the studio started, so it was moved to ${aside}.`,
    hint: say`Take over into ${path} what you need of it.`,
  })
}
