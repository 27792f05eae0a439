import { randomBytes } from 'node:crypto'
import { closeSync, fsync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** How temporary files are named, so that those of a killed program can be found again. */
export const temporaryName = /^\..+\.[0-9a-f]{12}\.tmp$/

const flush = promisify(fsync)

/**
 * Writes a file so that it is whole at every moment, old or new: beside it, flushed to the disk, then renamed over
 * it. The folder must exist. Where it fails, the old file stands and nothing is left behind.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    await writeAndFlush(temporary, content, 'wx')
    renameSync(temporary, path)
  } catch (thrown) {
    rmSync(temporary, { force: true })
    throw thrown
  }
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
