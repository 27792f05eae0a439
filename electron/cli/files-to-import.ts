import { readdir, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { toErrorData } from '../contract/errors.ts'
import type { ImportedFile, ImportProblem } from '../contract/models/exchange.ts'
import { mapInParallel } from '../core/files/map-in-parallel.ts'
import { readText } from '../core/files/read-text.ts'

/** What was read, and files that could not be. */
export interface FilesToImport {
  readonly files: readonly ImportedFile[]
  readonly problems: readonly ImportProblem[]
}

/** Reads the files that are named and, of folders, all below them that may hold a lambda. */
export async function readFilesToImport(paths: readonly string[]): Promise<FilesToImport> {
  const found = (await Promise.all(paths.map(filesAt))).flat()
  const read = await mapInParallel([...new Set(found)], 16, readOne)
  return {
    files: read.flatMap((each) => ('text' in each ? each : [])),
    problems: read.flatMap((each) => ('text' in each ? [] : each)),
  }
}

const mayHoldLambda = /\.(js|json|tf)$/i

/** Folders of other programs, and links, which may lead anywhere, are passed over. */
async function filesAt(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => null)
  if (!found?.isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true })
  const inner = entries.filter((entry) =>
    entry.isDirectory()
      ? !/^\.|^node_modules$/.test(entry.name)
      : entry.isFile() && mayHoldLambda.test(entry.name),
  )
  return (await Promise.all(inner.map(({ name }) => filesAt(join(path, name))))).flat()
}

async function readOne(path: string): Promise<ImportedFile | ImportProblem> {
  const name = path.split(sep).join('/')
  try {
    return { name, text: await readText(path) }
  } catch (thrown) {
    const { message, hint } = toErrorData(thrown)
    return { file: name, message, hint }
  }
}
