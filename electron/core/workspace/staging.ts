import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { temporaryBeside } from './atomic-write.ts'
import type { Place } from './layout.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

/** One file of a folder that is made anew; its place is relative to that folder. */
export interface NewFile {
  readonly place: Place
  readonly text: string
}

/** Something new that is whole on the disk, where nobody looks for it. */
export interface Staged {
  /**
   * Gives it its name, in one step. A file takes the place of one that is there; a folder does not.
   * @throws StudioError as `WorkspaceFiles.write`
   */
  bringIn(name: string): Promise<void>
}

/**
 * Makes new files and folders of one folder, whole before they get their names there: many at the same time, with one
 * look at where the folder is, and one flush for each file. Until then they are in a temporary folder in it.
 */
export class Staging {
  readonly #files: WorkspaceFiles
  readonly #place: Place
  /** Where the folder really is. */
  readonly #path: string
  readonly #temporary: string
  #count = 0

  private constructor(files: WorkspaceFiles, place: Place, path: string) {
    this.#files = files
    this.#place = place
    this.#path = path
    this.#temporary = temporaryBeside(join(path, 'new'))
  }

  /** Makes the folder where it is not there yet. @throws StudioError as `WorkspaceFiles.write` */
  static async in(files: WorkspaceFiles, place: Place): Promise<Staging> {
    const staging = new Staging(files, place, await files.makeFolder(place))
    await files.guarded(place, 'written', () => mkdirSync(staging.#temporary))
    return staging
  }

  /** @throws StudioError as `WorkspaceFiles.write` */
  file(text: string): Promise<Staged> {
    return this.#stage((path) => this.#files.writeNew(path, text))
  }

  /** @throws StudioError as `WorkspaceFiles.write` */
  folder(contents: readonly NewFile[]): Promise<Staged> {
    return this.#stage(async (path) => {
      mkdirSync(path)
      await Promise.all(
        contents.map(async ({ place, text }) => {
          const target = join(path, ...place)
          if (place.length > 1) mkdirSync(dirname(target), { recursive: true })
          await this.#files.writeNew(target, text)
        }),
      )
    })
  }

  /** Lets go of all that was not brought in; never fails. */
  close(): void {
    try {
      rmSync(this.#temporary, { recursive: true, force: true })
    } catch {
      // It is named as what a killed program leaves behind, and deleted with that.
    }
  }

  async #stage(write: (path: string) => Promise<void>): Promise<Staged> {
    const path = join(this.#temporary, String(this.#count++))
    await this.#files.guarded(this.#place, 'written', () => write(path))
    return {
      bringIn: (name) => {
        const place = [...this.#place, name]
        return this.#files.guarded(place, 'written', () => {
          this.#files.pathOf(place)
          renameSync(path, join(this.#path, name))
        })
      },
    }
  }
}
