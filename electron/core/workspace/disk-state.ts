import type { LambdaListing } from '../../contract/models/lambda.ts'
import { EarlyReads } from './early-reads.ts'
import { LambdaIndex } from './lambda-index.ts'
import { OwnEdits } from './own-edits.ts'
import type { OutsideEdits } from './watch.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

/** What is known of the folder on disk: its lambdas, which edits are the studio's own, and which nobody told of. */
export class DiskState {
  readonly #index: LambdaIndex
  readonly #own: OwnEdits
  readonly #early: EarlyReads

  /** @param isWatched whether outside edits will be told */
  constructor(files: WorkspaceFiles, isWatched: boolean) {
    this.#index = new LambdaIndex(files)
    this.#own = new OwnEdits(files, isWatched)
    this.#early = new EarlyReads(files, isWatched)
  }

  list(): Promise<LambdaListing> {
    return this.#index.list()
  }

  /** To be told before something of a lambda is read, or of studio.json for null. */
  beforeReading(slug: string | null): void {
    this.#early.note(slug)
  }

  /** The studio has just changed these. */
  changed(slugs: readonly string[]): void {
    this.#index.touch(slugs)
    this.#own.remember(slugs)
  }

  /** Outside edits are told from now on; gives what others left not as it was read before. */
  async beginWatch(): Promise<OutsideEdits> {
    const early = this.#early.end()
    const listed = await this.#index.begin()
    const slugs = new Set([...early, ...listed].filter((slug) => slug !== null))
    return { slugs: [...slugs].filter((slug) => !this.#own.isOwn(slug)), config: early.includes(null) }
  }

  /** Outside edits can no longer be told. */
  endWatch(): void {
    this.#index.end()
    this.#early.begin()
  }

  /** The edits that the studio did not make itself. */
  outside({ slugs, config }: OutsideEdits): OutsideEdits {
    const outside = slugs.filter((slug) => !this.#own.isOwn(slug))
    this.#index.touch(outside)
    return { slugs: outside, config }
  }
}
