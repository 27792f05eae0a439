import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { StudioError } from '../../contract/errors.ts'
import { say, type Worded } from '../../contract/words.ts'

/** The studio's own limit for one text file, in bytes. */
const largestFile = 16 * 1024 * 1024

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Opens a pipe without waiting for who writes to it; Windows has no such pipes among its files. */
const readAtOnceFlags = constants.O_RDONLY | ((constants as { O_NONBLOCK?: number }).O_NONBLOCK ?? 0)

/**
 * Reads a text file that the user named, which may be a pipe.
 * @throws StudioError `unreadable-file`, which names the file and why
 */
export async function readText(path: string): Promise<string> {
  return readOpened(path, 'r', () => undefined)
}

/**
 * As {@link readText}, for a file that was found rather than named: a pipe, which might keep the studio waiting, and a
 * device, which might have no end, are refused.
 */
export async function readFoundText(path: string): Promise<string> {
  return readOpened(path, readAtOnceFlags, refuseSpecial)
}

/**
 * As {@link readFoundText}, at once: for many small files one after another, each of which takes less time than asking
 * for it does. Whoever reads very many lets others have a turn in between.
 */
export function readTextAtOnce(path: string): string {
  try {
    return strict.decode(readBytesAtOnce(path))
  } catch (thrown) {
    throw unreadable(path, thrown)
  }
}

async function readOpened(
  path: string,
  flags: string | number,
  check: (stats: Stats) => void,
): Promise<string> {
  try {
    const file = await open(path, flags)
    try {
      const stats = await file.stat()
      check(stats)
      return strict.decode(await readToEnd(file, stats))
    } finally {
      await file.close()
    }
  } catch (thrown) {
    throw unreadable(path, thrown)
  }
}

/** What has no size, such as a pipe, is read until it ends or becomes too large. */
async function readToEnd(file: FileHandle, stats: Stats): Promise<Uint8Array> {
  refuseTooLarge(stats.size)
  // One byte more than it has, so that its end is met.
  let bytes: Buffer = Buffer.allocUnsafe(stats.size + 1)
  let length = 0
  for (;;) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, null)
    if (bytesRead === 0) return bytes.subarray(0, length)
    length += bytesRead
    refuseTooLarge(length)
    if (length === bytes.length) bytes = grown(bytes)
  }
}

/** With as few calls of the system as it takes. */
function readBytesAtOnce(path: string): Uint8Array {
  const file = openSync(path, readAtOnceFlags)
  try {
    const stats = fstatSync(file)
    refuseSpecial(stats)
    refuseTooLarge(stats.size)
    return readToEndAtOnce(file, stats.size)
  } finally {
    closeSync(file)
  }
}

/** As {@link readToEnd}; a file that gives just what it is said to have, and less than was asked for, has ended. */
function readToEndAtOnce(file: number, size: number): Uint8Array {
  let bytes: Buffer = Buffer.allocUnsafe(size + 1)
  let length = 0
  for (;;) {
    const read = readSync(file, bytes, length, bytes.length - length, null)
    length += read
    if (read === 0 || length === size) return bytes.subarray(0, length)
    refuseTooLarge(length)
    if (length === bytes.length) bytes = grown(bytes)
  }
}

function grown(bytes: Buffer): Buffer {
  return Buffer.concat([bytes], Math.max(bytes.length * 2, 64 * 1024))
}

/** A folder is told by reading it. */
function refuseSpecial(stats: Stats): void {
  if (!stats.isFile() && !stats.isDirectory()) throw new Unfit(say`it is no file but a pipe or a device`)
}

function refuseTooLarge(size: number): void {
  if (size <= largestFile) return
  throw new Unfit(say`it has ${size} bytes or more; the studio reads up to ${largestFile}`)
}

/** A file that is not read for what it is. */
class Unfit extends Error {
  readonly reason: Worded

  constructor(reason: Worded) {
    super(String(reason))
    this.reason = reason
  }
}

const reasons: Readonly<Record<string, Worded>> = {
  ENOENT: say`there is no such file`,
  EACCES: say`permission is denied`,
  EPERM: say`permission is denied`,
  EISDIR: say`it is a folder`,
  ENOTDIR: say`a part of its path is not a folder`,
  ENXIO: say`it is no file but a pipe or a device`,
  ELOOP: say`its links lead in a circle`,
  ENAMETOOLONG: say`its name is too long`,
  ERR_ENCODING_INVALID_ENCODED_DATA: say`it is not UTF-8 text`,
}

function unreadable(path: string, thrown: unknown): StudioError {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  const reason = reasons[code] ?? (thrown instanceof Unfit ? thrown.reason : say`the system refused`)
  return new StudioError(
    {
      code: 'unreadable-file',
      message: say`${path} cannot be read: ${reason}.`,
      hint: 'Check the path and its permissions.',
    },
    { cause: thrown },
  )
}
