import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { LambdaListing } from '../../contract/models/lambda.ts'
import { lambdaPlace } from './layout.ts'
import { listFolder, listFolders, listingOf, type ListedFolder } from './list-lambdas.ts'
import { mapInParallel } from '../files/map-in-parallel.ts'
import { Queue } from './queue.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

/** Folders read at the same time. */
const parallel = 32

/** What is known of every lambda, so that a large workspace is not read again for each small change. */
export class LambdaIndex {
  readonly #files: WorkspaceFiles
  /** Null while nobody would tell of outside edits: then every list reads the disk. */
  #known: Map<string, ListedFolder> | null = null
  /** What was listed first while nobody would. */
  #listedBefore: Map<string, ListedFolder> | null = null
  #isTold = false
  /** How often it changed whether edits are told. */
  #changes = 0
  readonly #stale = new Set<string>()
  /** One list after another: a second one must not be answered while the first still reads what is stale. */
  readonly #lists = new Queue()

  constructor(files: WorkspaceFiles) {
    this.#files = files
  }

  /**
   * Every outside edit from now on is told by {@link touch}. Gives the lambdas that are not as they were first listed;
   * none where none were.
   */
  begin(): Promise<readonly string[]> {
    this.#setTold(true)
    return this.#lists.add(async () => {
      const before = this.#listedBefore
      this.#listedBefore = null
      return before ? differingIn(before, await this.#readNow()) : []
    })
  }

  /** Outside edits can no longer be told. */
  end(): void {
    this.#setTold(false)
  }

  /** These lambdas may have changed. */
  touch(slugs: Iterable<string>): void {
    for (const slug of slugs) this.#stale.add(slug)
  }

  list(): Promise<LambdaListing> {
    return this.#lists.add(async () => {
      const isTold = this.#isTold
      const listed = await this.#readNow()
      if (!isTold) this.#listedBefore ??= listed
      return listingOf([...listed].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each))
    })
  }

  #setTold(isTold: boolean): void {
    this.#isTold = isTold
    this.#changes++
    this.#known = null
  }

  async #readNow(): Promise<Map<string, ListedFolder>> {
    const changes = this.#changes
    const stale = [...this.#stale]
    this.#stale.clear()
    const known = this.#known ?? (await this.#readAll())
    await mapInParallel(stale, parallel, (slug) => this.#refresh(known, slug))
    // What was read before edits were told may miss one of them.
    this.#known = this.#isTold && this.#changes === changes ? known : null
    return known
  }

  async #readAll(): Promise<Map<string, ListedFolder>> {
    const folders = listFolders(this.#files)
    const read = await mapInParallel(
      folders,
      parallel,
      async (folder) => [folder.slug, await listFolder(this.#files, folder)] as const,
    )
    return new Map(read)
  }

  /** The folder may have any name: one that cannot be used is told by its listing. */
  async #refresh(known: Map<string, ListedFolder>, slug: string): Promise<void> {
    const found = await lstat(join(this.#files.folder, ...lambdaPlace(slug))).catch(() => null)
    const isLink = found?.isSymbolicLink() ?? false
    if (found && (isLink || found.isDirectory())) {
      known.set(slug, await listFolder(this.#files, { slug, isLink }))
    } else known.delete(slug)
  }
}

function differingIn(
  before: ReadonlyMap<string, ListedFolder>,
  now: ReadonlyMap<string, ListedFolder>,
): readonly string[] {
  const slugs = new Set([...before.keys(), ...now.keys()])
  return [...slugs].filter((slug) => !isDeepStrictEqual(before.get(slug), now.get(slug)))
}
