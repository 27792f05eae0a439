import { join } from 'node:path'
import { fingerprintOf, stateOf } from './fingerprint.ts'
import { studioFilePlace } from './layout.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

/** What is read while nobody tells of outside edits yet, to find out afterwards what was edited since. */
export class EarlyReads {
  readonly #files: WorkspaceFiles
  readonly #isWatched: boolean
  /** By slug, with null for studio.json; null once edits are told. */
  #seen: Map<string | null, string> | null

  /** @param isWatched whether {@link end} will be asked; otherwise nothing is remembered */
  constructor(files: WorkspaceFiles, isWatched: boolean) {
    this.#files = files
    this.#isWatched = isWatched
    this.#seen = isWatched ? new Map() : null
  }

  /** Edits are not told any more, until the next {@link end}. */
  begin(): void {
    if (this.#isWatched) this.#seen = new Map()
  }

  /** To be told before something of a lambda is read, or of studio.json for null. */
  note(slug: string | null): void {
    if (this.#seen && !this.#seen.has(slug)) this.#seen.set(slug, this.#stateOf(slug))
  }

  /** Edits are told from now on. Gives what was edited since it was first read. */
  end(): readonly (string | null)[] {
    const seen = [...(this.#seen ?? [])]
    this.#seen = null
    return seen.flatMap(([slug, state]) => (this.#stateOf(slug) === state ? [] : [slug]))
  }

  #stateOf(slug: string | null): string {
    return slug === null
      ? stateOf(join(this.#files.folder, ...studioFilePlace))
      : fingerprintOf(this.#files, slug)
  }
}
