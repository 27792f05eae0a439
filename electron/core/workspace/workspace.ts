import type {
  DeletedLambda,
  Lambda,
  LambdaChange,
  LambdaListing,
  NewLambda,
  SaveOutcome,
} from '../../contract/models/lambda.ts'
import { StudioError } from '../../contract/errors.ts'
import type { WorkspaceInfo } from '../../contract/models/workspace.ts'
import { valueOf } from '../files/settled.ts'
import { copyLambda } from './copy-lambda.ts'
import { restoreSnapshot, type HistoryContext } from './history.ts'
import { LambdaIndex } from './lambda-index.ts'
import { draftsOfLambdaPlace, historyPlace, lambdaPlace, lambdasPlace } from './layout.ts'
import { OwnEdits } from './own-edits.ts'
import { Queue } from './queue.ts'
import { readLambda, readSettings, readSettingsText } from './read-lambda.ts'
import { slugOf, slugsOf } from './slug.ts'
import { readWorkspaceInfo } from './studio-file.ts'
import { bringBack, findDeleted, listTrash, moveContents, moveToTrash, newDeletedId } from './trash.ts'
import type { OutsideEdits } from './watch.ts'
import type { WorkspaceFiles } from './workspace-files.ts'
import { saveLambda } from './save-lambda.ts'
import { stageLambda, type StagedLambda } from './new-lambda.ts'
import { Staging } from './staging.ts'

/** An open workspace: what may be done to its lambdas, one change after another. */
export class Workspace {
  readonly files: WorkspaceFiles
  readonly history: HistoryContext
  readonly index: LambdaIndex
  readonly #changes = new Queue()
  readonly #own: OwnEdits

  /** @param isWatched whether {@link outsideEdits} will be asked */
  constructor(history: HistoryContext, isWatched: boolean) {
    this.history = history
    this.files = history.files
    this.index = new LambdaIndex(history.files)
    this.#own = new OwnEdits(history.files, isWatched)
  }

  info(): Promise<WorkspaceInfo> {
    return readWorkspaceInfo(this.files)
  }

  list(): Promise<LambdaListing> {
    return this.index.list()
  }

  read(slug: string): Promise<Lambda> {
    return readLambda(this.files, slug)
  }

  async create(lambda: NewLambda): Promise<Lambda> {
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
        await this.#names(),
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
      const taken = (await this.#names()).filter((other) => other !== slug)
      const next = slugOf(name, taken)
      if (next !== slug) await this.#recording([slug, next], () => this.#move(slug, next))
      return this.read(next)
    })
  }

  duplicate(slug: string, name: string): Promise<Lambda> {
    return this.#changeNew(name, (copy) =>
      this.#makeWhole(copy, async () => {
        await copyLambda(this.files, slug, { slug: copy, name })
        return this.read(copy)
      }),
    )
  }

  /** Deletes a lambda so that it can be brought back by the id. */
  delete(slug: string, id = newDeletedId(this.history.now())): Promise<DeletedLambda> {
    return this.change([slug], async () => {
      const name = await this.#nameOf(slug)
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

  /** The edits that the studio did not make itself. */
  async outsideEdits({ slugs, config }: OutsideEdits): Promise<OutsideEdits> {
    const outside = await this.#changes.add(() =>
      Promise.resolve(slugs.filter((slug) => !this.#own.isOwn(slug))),
    )
    this.index.touch(outside)
    return { slugs: outside, config }
  }

  /** Does something to a lambda that is not there yet, under a slug made from the name. */
  #changeNew<T>(name: string, work: (slug: string) => Promise<T>): Promise<T> {
    return this.#changes.add(async () => {
      const slug = slugOf(name, await this.#names())
      return this.#recording([slug], () => work(slug))
    })
  }

  async #recording<T>(slugs: readonly string[], work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } finally {
      this.index.touch(slugs)
      this.#own.remember(slugs)
    }
  }

  async #move(slug: string, next: string): Promise<void> {
    await this.files.move(lambdaPlace(slug), lambdaPlace(next))
    await moveContents(this.files, historyPlace(slug), historyPlace(next))
    await moveContents(this.files, draftsOfLambdaPlace(slug), draftsOfLambdaPlace(next))
  }

  /** What is made anew is there whole or not at all. */
  async #makeWhole<T>(slug: string, make: () => Promise<T>): Promise<T> {
    try {
      return await make()
    } catch (thrown) {
      await this.files.remove(lambdaPlace(slug)).catch(() => undefined)
      throw thrown
    }
  }

  /** A lambda whose settings are broken goes by its slug. @throws StudioError `lambda-not-found` */
  async #nameOf(slug: string): Promise<string> {
    await readSettingsText(this.files, slug).catch((thrown: unknown) => {
      if (thrown instanceof StudioError && thrown.code === 'lambda-not-found') throw thrown
    })
    return readSettings(this.files, slug).then(
      ({ name }) => name,
      () => slug,
    )
  }

  /** Every name below `lambdas/`, whatever it is the name of. */
  async #names(): Promise<string[]> {
    return (await this.files.entries(lambdasPlace)).map(({ name }) => name)
  }
}
