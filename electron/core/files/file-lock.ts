import { randomUUID } from 'node:crypto'
import {
  closeSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StudioError } from '../../contract/errors.ts'
import { say } from '../../contract/words.ts'
import { temporaryBeside } from '../workspace/atomic-write.ts'
import { systemCode } from '../workspace/file-failure.ts'

/** How long a lock is waited for; what is done under one takes milliseconds. */
const usualPatienceMs = 10_000
/** A lock of a program that cannot be asked after, on another machine or killed while it wrote the lock, counts so long. */
const abandonedMs = 30_000
const pauseMs = 15
/** A lock holds a name, a number and a token. */
const mostBytes = 4096

/** Who holds a lock; the token tells two locks of one program apart. */
interface Holder {
  readonly host: string
  readonly pid: number
  readonly token: string
}

/** A lock as it was found. */
interface FoundLock {
  readonly text: string
  readonly modified: number
}

/**
 * Takes the lock of a file, which all programs ask for that read the file, change what they read, and write it. The
 * lock is a file beside it. That of a program that has ended is taken over.
 * @returns gives the lock back
 * @throws StudioError `file-busy`; the system's error where no file can be made there
 */
export async function lockFile(path: string, patienceMs = usualPatienceMs): Promise<() => void> {
  const lock = `${path}.lock`
  const own = JSON.stringify({ host: hostname(), pid: process.pid, token: randomUUID() } satisfies Holder)
  const until = Date.now() + patienceMs
  while (!create(lock, own)) {
    const found = look(lock)
    if (found && isAbandoned(found)) takeAway(lock, found)
    else if (Date.now() > until) throw busy(path)
    else await pause(pauseMs * (0.5 + Math.random()))
  }
  return () => {
    if (look(lock)?.text === own) rmSync(lock, { force: true })
  }
}

/** Does work while no other program has the lock of the file. @throws as {@link lockFile}, and as the work */
export async function withFileLock<T>(path: string, work: () => Promise<T> | T): Promise<T> {
  const release = await lockFile(path)
  try {
    return await work()
  } finally {
    release()
  }
}

/** False where somebody has it. */
function create(lock: string, text: string): boolean {
  try {
    write(lock, text)
    return true
  } catch (thrown) {
    const code = systemCode(thrown)
    if (code === 'EEXIST') return false
    // Windows says so of a file that is just being deleted.
    if (process.platform === 'win32' && code === 'EPERM' && look(lock)) return false
    if (code !== 'ENOENT') throw thrown
    mkdirSync(dirname(lock), { recursive: true })
    return create(lock, text)
  }
}

function write(lock: string, text: string): void {
  const file = openSync(lock, 'wx', 0o600)
  try {
    writeFileSync(file, text)
  } catch (thrown) {
    rmSync(lock, { force: true })
    throw thrown
  } finally {
    closeSync(file)
  }
}

/** Null where there is none. What stands there and is no lock, such as a link that leads to a device, is not read. */
function look(lock: string): FoundLock | null {
  try {
    const found = lstatSync(lock)
    const mayBeLock = found.isFile() && found.size <= mostBytes
    return { modified: found.mtimeMs, text: mayBeLock ? readFileSync(lock, 'utf8') : '' }
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return null
    throw thrown
  }
}

function isAbandoned({ text, modified }: FoundLock): boolean {
  const holder = readHolder(text)
  if (holder?.host === hostname() && !isRunning(holder.pid)) return true
  return Date.now() - modified > abandonedMs
}

/** Null for a lock whose holder has not written itself into it yet. */
function readHolder(text: string): Pick<Holder, 'host' | 'pid'> | null {
  try {
    const { host, pid } = JSON.parse(text) as Partial<Holder>
    return typeof host === 'string' && Number.isSafeInteger(pid) ? { host, pid: Number(pid) } : null
  } catch {
    return null
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    // A program of another user may not be asked.
    return systemCode(thrown) !== 'ESRCH'
  }
}

/** Takes away the lock that was found; one that somebody else has taken in its place meanwhile is put back. */
function takeAway(lock: string, found: FoundLock): void {
  const aside = temporaryBeside(lock)
  try {
    renameSync(lock, aside)
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return
    throw thrown
  }
  const taken = look(aside)
  if (taken && (taken.text !== found.text || taken.modified !== found.modified)) putBack(aside, lock)
  rmSync(aside, { force: true })
}

/** Not where somebody has one again. */
function putBack(aside: string, lock: string): void {
  try {
    linkSync(aside, lock)
  } catch (thrown) {
    if (systemCode(thrown) !== 'EEXIST') throw thrown
  }
}

function busy(path: string): StudioError {
  return new StudioError({
    code: 'file-busy',
    message: say`Another program is changing ${path}; nothing was written.`,
    hint: 'Try again in a moment.',
  })
}
