import { open, rename, rm } from 'node:fs/promises'
import { StudioError } from '../../contract/errors.ts'
import type { World } from '../world/world.ts'
import { codeOf, header } from './format.ts'
import { rowsOf } from './kinds.ts'

/** Few enough that the text of a write is small and short-lived: with 200 rows the memory grows by 80 MB, not 30. */
const rowsPerWrite = 50

/**
 * Writes a world beside the file and then in its place, so that the file is whole at every moment.
 * It holds API keys, so its owner alone may read it.
 */
export async function writeDataFile(file: string, world: World): Promise<void> {
  // Rows are never changed in place: the lists taken here stay what they are now, while they are written.
  const rows = Object.entries(rowsOf(world)).map(([kind, kept]) => [kind, [...kept.values()]] as const)
  const beside = `${file}.${process.pid}.tmp`
  try {
    const handle = await open(beside, 'w', 0o600)
    try {
      for (const chunk of chunksOf(rows)) await handle.writeFile(chunk)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, file)
  } catch (cause) {
    await rm(beside, { force: true })
    throw unwritable(file, cause)
  }
}

function* chunksOf(rows: readonly (readonly [string, readonly object[]])[]): Generator<string> {
  yield `${JSON.stringify(header)}\n`
  for (const [kind, list] of rows) {
    for (let from = 0; from < list.length; from += rowsPerWrite) {
      const lines = list.slice(from, from + rowsPerWrite).map((row) => JSON.stringify([kind, row]))
      yield `${lines.join('\n')}\n`
    }
  }
}

function unwritable(file: string, cause: unknown): StudioError {
  return new StudioError(
    {
      code: 'demo-data-unwritable',
      message: `The data file ${file} cannot be written (${codeOf(cause)}).`,
      hint: 'Name a file in a folder that exists and that you may write to.',
    },
    { cause },
  )
}
