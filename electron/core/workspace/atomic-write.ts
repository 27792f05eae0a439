import { randomUUID } from 'node:crypto'
import { closeSync, fsync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** How temporary files and folders are named, so that those of a killed program can be found again. */
export const temporaryName = /^\..+\.[0-9a-f]{12}\.tmp$/

const flush = promisify(fsync)

/** A path beside another that nothing else has, named as {@link temporaryName} says. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID().slice(-12)}.tmp`)
}

/**
 * Writes a file so that it is whole at every moment, old or new: beside it, flushed to the disk, then renamed over
 * it. The folder must exist. Where it fails, the old file stands and nothing is left behind.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = temporaryBeside(path)
  try {
    await writeNew(temporary, content)
    renameSync(temporary, path)
  } catch (thrown) {
    rmSync(temporary, { force: true })
    throw thrown
  }
}

/** Writes a file that is not there yet and flushes it to the disk. A program that is killed may leave a part of it. */
export async function writeNew(path: string, content: string | Uint8Array): Promise<void> {
  await writeAndFlush(path, content, 'wx')
}

/** Adds to the end of a file and flushes it to the disk. A program that is killed meanwhile may leave a part of it. */
export async function appendFlushed(path: string, content: string): Promise<void> {
  await writeAndFlush(path, content, 'a')
}

/** Only the flush waits for the disk; each of the other steps takes less time than asking another thread for it. */
async function writeAndFlush(path: string, content: string | Uint8Array, flag: 'wx' | 'a'): Promise<void> {
  const file = openSync(path, flag)
  try {
    writeFileSync(file, content)
    await flush(file)
  } finally {
    closeSync(file)
  }
}
