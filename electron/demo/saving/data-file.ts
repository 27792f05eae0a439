import { open, readFile, rename, rm } from 'node:fs/promises'
import { StudioError } from '../../contract/errors.ts'
import { World } from '../world/world.ts'
import { rowSchemas, rowsOf, type Kind } from './kinds.ts'

const header = { format: 'lambda-studio demo', version: 1 }
const rowsPerWrite = 2_000

/**
 * Reads a world from a data file: JSON lines, the first says what the file is, every other is a kind and a row.
 * @returns undefined where there is no such file
 * @throws StudioError `demo-data-unreadable`; nothing is written over such a file.
 */
export async function readDataFile(file: string): Promise<World | undefined> {
  const bytes = await readIfThere(file)
  if (bytes === undefined) return undefined
  const world = new World()
  let line = 0
  for (const text of linesOf(bytes)) {
    line += 1
    if (line === 1) checkHeader(file, text)
    else addRow(world, text, file, line)
  }
  if (line === 0) throw unreadable(file, 'it is empty')
  checkReferences(world, file)
  return world
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw unreadable(file, `it cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown'})`)
  }
}

/** Decodes line by line, because a whole file can be longer than a string may be. */
function* linesOf(bytes: Buffer): Generator<string> {
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(10, from)
    const to = end < 0 ? bytes.length : end
    if (to > from) yield bytes.toString('utf8', from, to)
    from = to + 1
  }
}

function checkHeader(file: string, text: string): void {
  const found = parseLine(text)
  const { format, version } = (found ?? {}) as Partial<typeof header>
  if (format !== header.format) throw unreadable(file, 'it is not a data file of the demo instance')
  if (version !== header.version)
    throw unreadable(file, `it is of version ${String(version)}, which is not known`)
}

function addRow(world: World, text: string, file: string, line: number): void {
  const [kind, row] = (parseLine(text) ?? []) as [unknown, unknown]
  if (typeof kind !== 'string' || !Object.hasOwn(rowSchemas, kind)) {
    throw unreadable(file, `line ${line} is damaged`)
  }
  const parsed = rowSchemas[kind as Kind].safeParse(row)
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') ?? ''
    throw unreadable(file, `line ${line} holds no ${kind}, look at "${place}"`)
  }
  rowsOf(world)[kind as Kind].put(parsed.data as never)
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A file that was changed by hand must not bring in members of nobody. */
function checkReferences(world: World, file: string): void {
  if (world.tenants.size === 0) throw unreadable(file, 'it holds no tenant')
  for (const { id, groupId, userId } of world.members.values()) {
    if (world.groups.has(groupId) && world.users.has(userId)) continue
    throw unreadable(file, `the member ${id} is of a group or a user that is not there`)
  }
}

function unreadable(file: string, why: string): StudioError {
  return new StudioError({
    code: 'demo-data-unreadable',
    message: `The data file ${file} cannot be used: ${why}.`,
    hint: 'Name another file, or move this one away to start with a new world.',
  })
}

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
    throw unwritable(file, cause as NodeJS.ErrnoException)
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

function unwritable(file: string, cause: NodeJS.ErrnoException): StudioError {
  return new StudioError(
    {
      code: 'demo-data-unwritable',
      message: `The data file ${file} cannot be written (${cause.code ?? 'unknown'}).`,
      hint: 'Name a file in a folder that exists and that you may write to.',
    },
    { cause },
  )
}
