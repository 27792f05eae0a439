import { posix } from 'node:path'
import type { ImportedFile } from '../../../contract/models/exchange.ts'

/** The files of one import, by name, and which of them belong to another. */
export class FileShelf {
  readonly #byName: ReadonlyMap<string, ImportedFile>
  readonly #taken = new Set<ImportedFile>()

  constructor(files: readonly ImportedFile[]) {
    this.#byName = new Map(files.map((file) => [posix.normalize(file.name), file]))
  }

  /** A file named relative to another one of the import. */
  find(from: ImportedFile, path: string): ImportedFile | undefined {
    return this.#byName.get(posix.normalize(posix.join(posix.dirname(from.name), path.replaceAll('\\', '/'))))
  }

  /** Marks a file as dealt with. */
  take(file: ImportedFile): void {
    this.#taken.add(file)
  }

  isTaken(file: ImportedFile): boolean {
    return this.#taken.has(file)
  }
}
