import { mapInParallel } from '../files/map-in-parallel.ts'
import { settle } from '../files/settled.ts'
import { stageLambda, type StagedLambda } from '../workspace/new-lambda.ts'
import type { Staged, Staging } from '../workspace/staging.ts'
import { baseText } from './bases.ts'
import type { KnownLambda } from './plan.ts'
import type { SyncContext } from './sync-context.ts'

/** A lambda of an instance that is on the disk whole, with its base, and not in the workspace yet. */
export interface StagedPull {
  readonly lambda: StagedLambda
  readonly base: Staged
}

type Result = PromiseSettledResult<StagedPull>

interface Places {
  readonly lambdas: Staging
  readonly bases: Staging
}

/** Lambdas written at the same time; each has three files open while the disk takes them. */
const atOnce = 64

/** What is written while the instance is still asked: nobody sees it until it is taken and brought in. */
export class StagedPulls {
  readonly #context: SyncContext
  readonly #ready = new Map<string, Result>()
  #places: Promise<Places> | null = null

  constructor(context: SyncContext) {
    this.#context = context
  }

  /** Writes lambdas as they were seen, until that is cancelled; never rejects. */
  async prepare(remotes: readonly KnownLambda[], signal?: AbortSignal): Promise<void> {
    await mapInParallel(remotes, atOnce, async (remote) => {
      if (signal?.aborted) return
      this.#ready.set(keyOf(remote), await settle(this.#stage(remote)))
    })
  }

  /** These lambdas on the disk, in the order given: what was prepared of them, and the others written now. */
  async take(remotes: readonly KnownLambda[]): Promise<readonly Result[]> {
    await this.prepare(remotes.filter((remote) => !this.#ready.has(keyOf(remote))))
    return remotes.flatMap((remote) => this.#ready.get(keyOf(remote)) ?? [])
  }

  /** Lets go of what was not brought in; never rejects. */
  async close(): Promise<void> {
    if (!this.#places) return
    const places = await settle(this.#places)
    if (places.status === 'rejected') return
    places.value.lambdas.close()
    places.value.bases.close()
  }

  async #stage({ id, state }: KnownLambda): Promise<StagedPull> {
    this.#places ??= this.#makePlaces()
    const { lambdas, bases } = await this.#places
    const given = { ...state, name: state.name || id, ids: { [this.#context.id]: id } }
    const [lambda, base] = await Promise.all([stageLambda(lambdas, given), bases.file(baseText(state))])
    return { lambda, base }
  }

  async #makePlaces(): Promise<Places> {
    const { workspace, bases } = this.#context
    const lambdas = await workspace.staging()
    try {
      return { lambdas, bases: await bases.staging() }
    } catch (thrown) {
      lambdas.close()
      throw thrown
    }
  }
}

function keyOf({ id, revision }: KnownLambda): string {
  return `${id} ${revision}`
}
