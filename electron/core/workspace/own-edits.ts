import { fingerprintOf } from './fingerprint.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

/** How the studio itself left the folders of lambdas, to tell its own edits from those of other programs. */
export class OwnEdits {
  readonly #files: WorkspaceFiles
  readonly #isWatched: boolean
  readonly #left = new Map<string, string>()

  /** @param isWatched whether {@link isOwn} will be asked; otherwise nothing is remembered */
  constructor(files: WorkspaceFiles, isWatched: boolean) {
    this.#files = files
    this.#isWatched = isWatched
  }

  /** The studio has just changed these. */
  remember(slugs: readonly string[]): void {
    if (!this.#isWatched) return
    for (const slug of slugs) this.#left.set(slug, fingerprintOf(this.#files, slug))
  }

  /** Whether a lambda still is as the studio left it. */
  isOwn(slug: string): boolean {
    return this.#left.get(slug) === fingerprintOf(this.#files, slug)
  }
}
