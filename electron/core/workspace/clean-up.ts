import { glob, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { temporaryName } from './atomic-write.ts'

/** Younger temporary files may be of another program that is writing just now. */
const oldEnoughMs = 60_000

/** Deletes what a killed program left behind while it wrote; never fails. */
export async function removeLeftovers(folder: string): Promise<void> {
  try {
    for await (const path of glob(['*.tmp', '{lambdas,.studio}/**/.*.tmp', '.*.tmp'], { cwd: folder })) {
      if (temporaryName.test(basename(path))) await removeIfOld(join(folder, path))
    }
  } catch {
    // The folder may be gone or closed to us; then nothing is to be cleaned up by us.
  }
}

/** One that is gone meanwhile, or stays whatever we do, keeps no other from being cleaned up. */
async function removeIfOld(path: string): Promise<void> {
  try {
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs > oldEnoughMs) await rm(path, { recursive: true, force: true })
  } catch {
    // The next start comes by it again.
  }
}
