import { chmod, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { StudioError } from '../../contract/errors.ts'
import { say } from '../../contract/words.ts'
import { lockFile } from '../files/file-lock.ts'
import type { CredentialStore } from '../ports.ts'
import { systemCode } from '../workspace/file-failure.ts'
import { Queue } from '../workspace/queue.ts'
import { userFolders } from '../settings/user-folders.ts'

const credentialsFile = z.looseObject({ version: z.literal(1), keys: z.record(z.string(), z.string()) })
type Keys = Readonly<Record<string, string>>

/** Where the keys of command line and browser host are kept: the user's own configuration folder. */
export function credentialsPath(): string {
  return join(userFolders.config, 'credentials.json')
}

/**
 * Keys in a file that its owner alone can read.
 * @throws StudioError from each call: `credentials-exposed`, `credentials-unreadable`, `credentials-unwritable`
 */
export function fileCredentials(path = credentialsPath()): CredentialStore {
  const changes = new Queue()
  const change = (edit: (keys: Keys) => Keys): Promise<void> =>
    changes.add(() => locked(path, async () => writeKeys(path, edit(await readKeys(path)))))
  return {
    get: async (account) => (await readKeys(path))[account] ?? null,
    has: async (account) => Object.hasOwn(await readKeys(path), account),
    set: (account, key) => change((keys) => ({ ...keys, [account]: key })),
    remove: async (account) => {
      if (Object.hasOwn(await readKeys(path), account)) await change((keys) => without(keys, account))
    },
  }
}

/** The file is read, changed and written whole, so that programs take turns. */
async function locked(path: string, work: () => Promise<void>): Promise<void> {
  const release = await makeFolder(path)
    .then(() => lockFile(path))
    .catch((thrown: unknown) => {
      throw unwritable(path, thrown)
    })
  try {
    await work()
  } finally {
    release()
  }
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
}

function without(keys: Keys, account: string): Keys {
  return Object.fromEntries(Object.entries(keys).filter(([name]) => name !== account))
}

async function readKeys(path: string): Promise<Keys> {
  const text = await readPrivate(path)
  if (text === null) return {}
  try {
    return credentialsFile.parse(JSON.parse(text)).keys
  } catch {
    // Neither the parser's words nor the text go on: both hold keys.
    throw unreadable(path, 'it is not a file of keys')
  }
}

/** Null where there is no file. */
async function readPrivate(path: string): Promise<string | null> {
  const file = await open(path, 'r').catch((thrown: unknown) => {
    const code = systemCode(thrown)
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw unreadable(path, code ?? 'the system refused')
  })
  if (!file) return null
  try {
    refuseExposed(path, (await file.stat()).mode)
    return await file.readFile('utf8')
  } finally {
    await file.close()
  }
}

/** Windows has no such bits: there the folder of the user keeps others out. */
function refuseExposed(path: string, mode: number): void {
  if (process.platform === 'win32' || (mode & 0o077) === 0) return
  throw new StudioError({
    code: 'credentials-exposed',
    message: say`The file of API keys ${path} can be read by other users of this machine (mode ${(mode & 0o777).toString(8)}).`,
    hint: say`Close it with: chmod 600 "${path}". If others may have read it, replace the keys.`,
  })
}

/** Writes beside and renames, so that the file is whole and private at every moment. */
async function writeKeys(path: string, keys: Keys): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(`${JSON.stringify({ version: 1, keys }, null, 2)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await chmod(temporary, 0o600)
    await rename(temporary, path)
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw unwritable(path, thrown)
  }
  refuseExposed(path, (await stat(path)).mode)
}

function unreadable(path: string, because: string): StudioError {
  return new StudioError({
    code: 'credentials-unreadable',
    message: say`The file of API keys ${path} cannot be read: ${because}.`,
    hint: 'Move it away and give the keys again.',
  })
}

function unwritable(path: string, thrown: unknown): StudioError {
  if (thrown instanceof StudioError) return thrown
  const code = systemCode(thrown) ?? 'the system refused'
  return new StudioError({
    code: 'credentials-unwritable',
    message: say`The API key cannot be kept in ${path}: ${code}.`,
    hint: 'Make the folder writable for you, or give the key in the environment as FUSIONAUTH_API_KEY.',
  })
}
