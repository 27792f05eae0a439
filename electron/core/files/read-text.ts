import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { StudioError } from '../../contract/errors.ts'

/** The studio's own limit for one text file, in bytes. */
const largestFile = 16 * 1024 * 1024

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads a text file that the user named.
 * @throws StudioError `unreadable-file`, which names the file and why
 */
export async function readText(path: string): Promise<string> {
  try {
    refuseTooLarge(await stat(path))
    return strict.decode(await readFile(path))
  } catch (thrown) {
    throw unreadable(path, thrown)
  }
}

/**
 * As {@link readText}, at once: for many small files one after another, each of which takes less time than asking for
 * it does. Whoever reads very many lets others have a turn in between.
 */
export function readTextAtOnce(path: string): string {
  try {
    return strict.decode(readBytesAtOnce(path))
  } catch (thrown) {
    throw unreadable(path, thrown)
  }
}

/** With as few calls of the system as it takes. */
function readBytesAtOnce(path: string): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const stats = fstatSync(file)
    refuseTooLarge(stats)
    // One byte more than it has, so that its end is met, and what is a folder is told by the first read.
    const bytes = Buffer.allocUnsafe(stats.size + 1)
    let length = 0
    for (let read = -1; read !== 0; length += read)
      read = readSync(file, bytes, length, bytes.length - length, null)
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}

function refuseTooLarge({ size }: { readonly size: number }): void {
  if (size <= largestFile) return
  throw new RangeError(`it has ${size} bytes; the studio reads up to ${largestFile}`)
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8 text',
}

function unreadable(path: string, thrown: unknown): StudioError {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  const reason = reasons[code] ?? (thrown instanceof RangeError ? thrown.message : 'the system refused')
  return new StudioError(
    {
      code: 'unreadable-file',
      message: `${path} cannot be read: ${reason}.`,
      hint: 'Check the path and its permissions.',
    },
    { cause: thrown },
  )
}
