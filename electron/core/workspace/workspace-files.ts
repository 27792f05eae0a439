import { lstatSync, mkdirSync, readdirSync, type Dirent } from 'node:fs'
import { readdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { nameFault } from '../../contract/models/slug.ts'
import { StudioError } from '../../contract/errors.ts'
import { say } from '../../contract/words.ts'
import { lockFile } from '../files/file-lock.ts'
import { readFoundText, readTextAtOnce } from '../files/read-text.ts'
import { appendFlushed, writeAtomically, writeNew } from './atomic-write.ts'
import { fileFailure, systemCode, type FileAction } from './file-failure.ts'
import { localIgnorePlace, type Place } from './layout.ts'
import { writablePath } from './writable-path.ts'

/** Puts a text at an absolute path so that it is whole at every moment. */
export type WriteText = (path: string, text: string) => Promise<void>

/** The one way to the disk of a workspace: reads anywhere in it, writes only inside it, and only whole files. */
export class WorkspaceFiles {
  /** Absolute path of the workspace. */
  readonly folder: string
  /** Puts a file where nobody looks for it yet, flushed to the disk, at an absolute path; its folder must exist. */
  readonly writeNew: WriteText
  readonly #write: WriteText

  constructor(folder: string, write: WriteText = writeAtomically) {
    this.folder = folder
    this.#write = write
    this.writeNew = write === writeAtomically ? writeNew : write
  }

  /**
   * The absolute path of a place.
   * @throws StudioError `unusable-name` for a part that is not one safe name
   */
  pathOf(place: Place): string {
    for (const part of place) refuseUnsafe(part)
    return join(this.folder, ...place)
  }

  /** @throws StudioError `unreadable-file` */
  read(place: Place): Promise<string> {
    return readFoundText(this.pathOf(place))
  }

  /** As {@link read}, for many small files one after another. */
  readAtOnce(place: Place): string {
    return this.readerOf(place.slice(0, -1))(place.at(-1) ?? '')
  }

  /** As {@link readAtOnce}, for the files of one folder by their names. */
  readerOf(folder: Place): (name: string) => string {
    const path = this.pathOf(folder)
    return (name) => {
      refuseUnsafe(name)
      return readTextAtOnce(`${path}${sep}${name}`)
    }
  }

  /** Whether the workspace's folder is there at all. */
  async exists(): Promise<boolean> {
    return readdir(this.folder).then(
      () => true,
      (failed: unknown) => systemCode(failed) !== 'ENOENT',
    )
  }

  /** What is in a folder, by name; nothing where there is no such folder. */
  async entries(place: Place): Promise<readonly Dirent[]> {
    try {
      return sortedByName(await readdir(this.pathOf(place), { withFileTypes: true }))
    } catch (thrown) {
      return nothingIfMissing(thrown, place)
    }
  }

  /** As {@link entries}, for many folders one after another. */
  entriesAtOnce(place: Place): readonly Dirent[] {
    try {
      return sortedByName(readdirSync(this.pathOf(place), { withFileTypes: true }))
    } catch (thrown) {
      return nothingIfMissing(thrown, place)
    }
  }

  /**
   * Writes one file whole, making the folders down to it; the workspace's own folder is never made anew.
   * @throws StudioError `disk-full`, `not-writable`, `workspace-gone`, `link-points-out`, `write-failed`
   */
  async write(place: Place, text: string): Promise<void> {
    await this.#ignoreLocalState(place)
    await this.guarded(place, 'written', async () => {
      const path = writablePath(this.folder, this.pathOf(place))
      await this.#write(path, text).catch(async (thrown: unknown) => {
        if (systemCode(thrown) !== 'ENOENT') throw thrown
        this.#makeFolder(place.slice(0, -1))
        await this.#write(path, text)
      })
    })
  }

  /**
   * Adds to the end of a file, which is made where it is not there; on the disk when it is answered.
   * @throws StudioError as {@link write}
   */
  async append(place: Place, text: string): Promise<void> {
    await this.#ignoreLocalState(place)
    await this.guarded(place, 'written', async () => {
      this.#makeFolder(place.slice(0, -1))
      await appendFlushed(writablePath(this.folder, this.pathOf(place)), text)
    })
  }

  /**
   * Makes a folder, and those down to it.
   * @returns where it really is
   * @throws StudioError as {@link write}
   */
  async makeFolder(place: Place): Promise<string> {
    await this.#ignoreLocalState(place)
    return this.guarded(place, 'made', () => this.#makeFolder(place))
  }

  /** Moves a file or folder; what is at the new place must not exist. */
  async move(from: Place, to: Place): Promise<void> {
    await this.guarded(from, 'moved', async () => {
      const source = writablePath(this.folder, dirname(this.pathOf(from)))
      this.#makeFolder(to.slice(0, -1))
      const target = writablePath(this.folder, dirname(this.pathOf(to)))
      await rename(join(source, from.at(-1) ?? ''), join(target, to.at(-1) ?? ''))
    })
  }

  /** Deletes a file, or a folder with all that is in it; a link is deleted, not what it leads to. */
  async remove(place: Place): Promise<void> {
    await this.guarded(place, 'deleted', async () => {
      const parent = writablePath(this.folder, dirname(this.pathOf(place)))
      await rm(join(parent, place.at(-1) ?? ''), { recursive: true, force: true })
    })
  }

  /**
   * Does work on a file of the workspace while no other program does such work on it.
   * @throws StudioError `file-busy`; as {@link write}, and as the work
   */
  async locked<T>(place: Place, work: () => Promise<T>): Promise<T> {
    const release = await this.guarded(place, 'written', () =>
      lockFile(writablePath(this.folder, this.pathOf(place))),
    )
    try {
      return await work()
    } finally {
      release()
    }
  }

  /** Deletes a folder if nothing is in it. */
  async removeIfEmpty(place: Place): Promise<void> {
    await rmdir(this.pathOf(place)).catch(() => undefined)
  }

  /** What is below `.studio` is the user's own and no matter of git's, also after the user has cleared it away. */
  async #ignoreLocalState([first, second]: Place): Promise<void> {
    if (first !== localIgnorePlace[0] || second === localIgnorePlace[1]) return
    if (!isThere(this.pathOf(localIgnorePlace))) await this.write(localIgnorePlace, '*\n')
  }

  #makeFolder(place: Place): string {
    let path = this.folder
    for (const end of place.keys()) {
      path = writablePath(this.folder, this.pathOf(place.slice(0, end + 1)))
      makeUnlessThere(path)
    }
    return path
  }

  /** Tells a failure of the system as one of this place. */
  async guarded<T>(place: Place, action: FileAction, work: () => Promise<T> | T): Promise<T> {
    try {
      return await work()
    } catch (thrown) {
      throw (await this.exists()) ? fileFailure(thrown, action, nameOf(place)) : workspaceGone(this.folder)
    }
  }
}

function sortedByName(entries: Dirent[]): readonly Dirent[] {
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
}

function nothingIfMissing(thrown: unknown, place: Place): readonly Dirent[] {
  if (systemCode(thrown) === 'ENOENT') return []
  throw fileFailure(thrown, 'read', nameOf(place))
}

/** Also for a link that leads nowhere. */
function isThere(path: string): boolean {
  try {
    lstatSync(path)
    return true
  } catch {
    return false
  }
}

function makeUnlessThere(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (thrown) {
    if (systemCode(thrown) !== 'EEXIST') throw thrown
  }
}

/** A place as the user reads it: with forward slashes on every system. */
export function nameOf(place: Place): string {
  return place.join('/')
}

export function workspaceGone(folder: string): StudioError {
  return new StudioError({
    code: 'workspace-gone',
    message: say`The folder ${folder} is not there any more.`,
    hint: 'It was deleted or moved by another program; put it back, or open it at its new place.',
  })
}

/** In bytes: a name with what the studio puts before and after it, such as that of a case's draft. */
const longestPart = 140

function refuseUnsafe(part: string): void {
  const isOwn = part === '.studio' || part === '.gitignore'
  const fault = isOwn ? null : nameFault(part.replace(/\.json$/, ''), longestPart)
  if (fault === null) return
  throw new StudioError({
    code: 'unusable-name',
    message: say`${JSON.stringify(part.slice(0, 80))} cannot be the name of a file here: ${fault}.`,
    hint: 'Choose another name.',
  })
}
