import { lstat } from 'node:fs/promises'
import type { LambdaListing } from '../../contract/models/lambda.ts'
import { lambdaPlace } from './layout.ts'
import { listFolder, listFolders, listingOf, type ListedFolder } from './list-lambdas.ts'
import { mapInParallel } from '../files/map-in-parallel.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

/** What is known of every lambda, so that a large workspace is not read again for each small change. */
export class LambdaIndex {
  readonly #files: WorkspaceFiles
  /** Null while nobody would tell of outside edits: then every list reads the disk. */
  #known: Map<string, ListedFolder> | null = null
  #isTold = false
  readonly #stale = new Set<string>()

  constructor(files: WorkspaceFiles) {
    this.#files = files
  }

  /** Whether every outside edit from now on is told by {@link touch}. */
  set isTold(told: boolean) {
    this.#isTold = told
    this.#known = null
  }

  /** These lambdas may have changed. */
  touch(slugs: Iterable<string>): void {
    for (const slug of slugs) this.#stale.add(slug)
  }

  async list(): Promise<LambdaListing> {
    const stale = [...this.#stale]
    this.#stale.clear()
    const known = this.#known ?? (await this.#readAll())
    if (this.#isTold) this.#known = known
    await mapInParallel(stale, 32, (slug) => this.#refresh(known, slug))
    return listingOf([...known].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, listed]) => listed))
  }

  async #readAll(): Promise<Map<string, ListedFolder>> {
    const folders = await listFolders(this.#files)
    const read = await mapInParallel(
      folders,
      32,
      async (folder) => [folder.slug, await listFolder(this.#files, folder)] as const,
    )
    return new Map(read)
  }

  async #refresh(known: Map<string, ListedFolder>, slug: string): Promise<void> {
    const found = await lstat(this.#files.pathOf(lambdaPlace(slug))).catch(() => null)
    const isLink = found?.isSymbolicLink() ?? false
    if (found && (isLink || found.isDirectory())) {
      known.set(slug, await listFolder(this.#files, { slug, isLink }))
    } else known.delete(slug)
  }
}
