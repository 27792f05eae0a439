import { open, type FileHandle } from 'node:fs/promises'
import { StudioError } from '../../contract/errors.ts'
import { World } from '../world/world.ts'
import { codeOf, header } from './format.ts'
import { rowSchemas, rowsOf, type Kind } from './kinds.ts'
import { Sharing } from './sharing.ts'

/**
 * Reads a world from a data file: JSON lines, the first says what the file is, every other is a kind and a row.
 * @returns undefined where there is no such file
 * @throws StudioError `demo-data-unreadable`; nothing is written over such a file.
 */
export async function readDataFile(file: string): Promise<World | undefined> {
  const handle = await openIfThere(file)
  if (!handle) return undefined
  try {
    return await readWorld(file, handle)
  } catch (cause) {
    if (cause instanceof StudioError) throw cause
    throw unreadable(file, `it cannot be read (${codeOf(cause)})`)
  } finally {
    await handle.close()
  }
}

async function openIfThere(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file)
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined
    throw unreadable(file, `it cannot be opened (${codeOf(cause)})`)
  }
}

async function readWorld(file: string, handle: FileHandle): Promise<World> {
  const world = new World()
  const sharing = new Sharing(world)
  let line = 0
  for await (const text of linesOf(handle)) {
    line += 1
    if (line === 1) checkHeader(file, text)
    else addRow({ world, sharing }, text, { file, line })
  }
  if (line === 0) throw unreadable(file, 'it is empty')
  checkReferences(world, file)
  return world
}

/** Only line feeds end a line: JSON may have other line separators in its texts. */
async function* linesOf(handle: FileHandle): AsyncGenerator<string> {
  let rest = Buffer.alloc(0)
  for await (const chunk of handle.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let from = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      yield bytes.toString('utf8', from, end)
      from = end + 1
    }
    rest = Buffer.from(bytes.subarray(from))
  }
  if (rest.length > 0) yield rest.toString('utf8')
}

function checkHeader(file: string, text: string): void {
  const found = parseLine(text)
  const { format, version } = (found ?? {}) as Partial<typeof header>
  if (format !== header.format) throw unreadable(file, 'it is not a data file of the demo instance')
  if (version !== header.version)
    throw unreadable(file, `it is of version ${String(version)}, which is not known`)
}

interface Target {
  readonly world: World
  readonly sharing: Sharing
}

interface Place {
  readonly file: string
  readonly line: number
}

function addRow({ world, sharing }: Target, text: string, { file, line }: Place): void {
  const [kind, row] = (parseLine(text) ?? []) as [unknown, unknown]
  if (typeof kind !== 'string' || !Object.hasOwn(rowSchemas, kind)) {
    throw unreadable(file, `line ${line} is damaged`)
  }
  const parsed = rowSchemas[kind as Kind].safeParse(row)
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') ?? ''
    throw unreadable(file, `line ${line} holds no ${kind}, look at "${place}"`)
  }
  rowsOf(world)[kind as Kind].put(sharing.row(row as object) as never)
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
