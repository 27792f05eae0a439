import type {
  DeletedLambda,
  Lambda,
  LambdaChange,
  LambdaListing,
  NewLambda,
  SaveOutcome,
} from '../../contract/models/lambda.ts'
import type { WorkspaceInfo } from '../../contract/models/workspace.ts'
import { valueOf } from '../files/settled.ts'
import { copyLambda } from './copy-lambda.ts'
import { DiskState } from './disk-state.ts'
import { restoreSnapshot, type HistoryContext } from './history.ts'
import { makeWhole, moveLambda, nameOfLambda, takenNames } from './lambda-folder.ts'
import { lambdasPlace } from './layout.ts'
import { Queue } from './queue.ts'
import { readLambda } from './read-lambda.ts'
import { slugOf, slugsOf } from './slug.ts'
import { readWorkspaceInfo } from './studio-file.ts'
import { bringBack, findDeleted, listTrash, moveToTrash, newDeletedId } from './trash.ts'
import type { OutsideEdits } from './watch.ts'
import type { WorkspaceFiles } from './workspace-files.ts'
import { saveLambda } from './save-lambda.ts'
import type { StagedLambda } from './new-lambda.ts'
import { Staging } from './staging.ts'

/** An open workspace: what may be done to its lambdas, one change after another. */
export class Workspace {
  readonly files: WorkspaceFiles
  readonly history: HistoryContext
  readonly #changes = new Queue()
  readonly #disk: DiskState

  /** @param isWatched whether outside edits will be told */
  constructor(history: HistoryContext, isWatched: boolean) {
    this.history = history
    this.files = history.files
    this.#disk = new DiskState(history.files, isWatched)
  }

  info(): WorkspaceInfo {
    this.#disk.beforeReading(null)
    return readWorkspaceInfo(this.files)
  }

  list(): Promise<LambdaListing> {
    return this.#disk.list()
  }

  read(slug: string): Promise<Lambda> {
    return readLambda(this.filesOf(slug), slug)
  }

  /** The files, to read something of a lambda that a face will go on showing. */
  filesOf(slug: string): WorkspaceFiles {
    this.#disk.beforeReading(slug)
    return this.files
  }

  async create(lambda: NewLambda): Promise<Lambda> {
    const { stageLambda } = await import('./new-lambda.ts')
    const staging = await this.staging()
    try {
      const [created] = await this.bringIn([await stageLambda(staging, lambda)])
      if (!created) throw new TypeError('What is staged is brought in.')
      return valueOf(created)
    } finally {
      staging.close()
    }
  }

  /** Where new lambdas are made whole, many at once, before they are brought in. */
  staging(): Promise<Staging> {
    return Staging.in(this.files, lambdasPlace)
  }

  /** Gives each a slug made from its name; one that cannot be brought in does not keep the others from it. */
  bringIn(staged: readonly StagedLambda[]): Promise<readonly PromiseSettledResult<Lambda>[]> {
    return this.#changes.add(async () => {
      const slugs = slugsOf(
        staged.map(({ name }) => name),
        await takenNames(this.files),
      )
      return this.#recording(slugs, () =>
        Promise.allSettled(staged.map((lambda, at) => lambda.bringIn(slugs[at] ?? ''))),
      )
    })
  }

  save(slug: string, change: LambdaChange): Promise<SaveOutcome> {
    return this.change([slug], () => saveLambda(this.history, slug, change))
  }

  restore(slug: string, entry: string): Promise<Lambda> {
    return this.change([slug], async () => {
      await restoreSnapshot(this.history, slug, entry)
      return this.read(slug)
    })
  }

  async rename(slug: string, name: string, moveFolder: boolean): Promise<Lambda> {
    await this.save(slug, { name })
    if (!moveFolder) return this.read(slug)
    return this.#changes.add(async () => {
      const taken = (await takenNames(this.files)).filter((other) => other !== slug)
      const next = slugOf(name, taken)
      if (next !== slug) await this.#recording([slug, next], () => moveLambda(this.files, slug, next))
      return this.read(next)
    })
  }

  duplicate(slug: string, name: string): Promise<Lambda> {
    return this.#changeNew(name, (copy) =>
      makeWhole(this.files, copy, async () => {
        await copyLambda(this.files, slug, { slug: copy, name })
        return this.read(copy)
      }),
    )
  }

  /** Deletes a lambda so that it can be brought back by the id. */
  delete(slug: string, id = newDeletedId(this.history.now())): Promise<DeletedLambda> {
    return this.change([slug], async () => {
      const name = await nameOfLambda(this.files, slug)
      return moveToTrash(this.files, { id, slug, name }, this.history.now())
    })
  }

  deleted(): Promise<readonly DeletedLambda[]> {
    return listTrash(this.files)
  }

  async undelete(id: string): Promise<Lambda> {
    const deleted = await findDeleted(this.files, id)
    return this.#changeNew(deleted.slug, async (slug) => {
      await bringBack(this.files, id, slug)
      return this.read(slug)
    })
  }

  /** Does something to these lambdas after all that was asked for before, and remembers it as the studio's own doing. */
  change<T>(slugs: readonly string[], work: () => Promise<T>): Promise<T> {
    return this.#changes.add(() => this.#recording(slugs, work))
  }

  /** Outside edits are told from now on; gives those that were made since what they changed was read. */
  async beginWatch(): Promise<OutsideEdits> {
    return this.outsideEdits(await this.#disk.beginWatch())
  }

  /** Outside edits can no longer be told. */
  endWatch(): void {
    this.#disk.endWatch()
  }

  /** The edits that the studio did not make itself. */
  outsideEdits(edits: OutsideEdits): Promise<OutsideEdits> {
    return this.#changes.add(() => Promise.resolve(this.#disk.outside(edits)))
  }

  /** Does something to a lambda that is not there yet, under a slug made from the name. */
  #changeNew<T>(name: string, work: (slug: string) => Promise<T>): Promise<T> {
    return this.#changes.add(async () => {
      const slug = slugOf(name, await takenNames(this.files))
      return this.#recording([slug], () => work(slug))
    })
  }

  async #recording<T>(slugs: readonly string[], work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } finally {
      this.#disk.changed(slugs)
    }
  }
}
