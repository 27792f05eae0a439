import type { z } from 'zod'
import { StudioError } from '../../contract/errors.ts'
import type { Lambda } from '../../contract/models/lambda.ts'
import type { promotionOrder, PromotionPlan, promotionRequest } from '../../contract/models/promotion.ts'
import type { EntryReference, SyncDifference, SyncPlan } from '../../contract/models/sync.ts'
import type { SyncResult, UndoableJob, syncOrder } from '../../contract/models/sync-order.ts'
import type { Instances } from '../instance/instances.ts'
import type { SandboxPool } from '../runs/sandbox-pool.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { carryOut } from './carry-out.ts'
import { readDifference, readDifferences } from './difference.ts'
import { holdBack, type HeldEntry } from './hold-back.ts'
import { preflight } from './preflight.ts'
import type { KnownLambda } from './plan.ts'
import { refuseUnconfirmed } from './protect.ts'
import { promote } from './promote.ts'
import { planPromotion, type PromotionPair } from './promotion.ts'
import { promotedLambdas, pushedLambdas } from './pushed-lambdas.ts'
import { readBack } from './read-back.ts'
import { planSides, type SyncPair } from './sides.ts'
import { contextOf, type SyncContext } from './sync-context.ts'
import type { SyncJobControl, SyncJobs } from './sync-jobs.ts'
import { takeBack, undoableJobs, undoRecord, writesInstance } from './take-back.ts'
import { UndoRecords } from './undo-records.ts'

type Order = z.output<typeof syncOrder>

/** What keeping in step needs of the studio. */
export interface SyncPorts {
  readonly open: OpenWorkspace
  readonly instances: Instances
  readonly jobs: SyncJobs
  readonly pool: () => SandboxPool
}

/** Keeps a workspace in step with its instances. */
export class Sync {
  readonly #ports: SyncPorts
  /** The instance's side of the last plan, until it is carried out. */
  #planned: { readonly instance: string; readonly remotes: readonly KnownLambda[] } | null = null

  constructor(ports: SyncPorts) {
    this.#ports = ports
  }

  async plan(instance: string): Promise<SyncPlan> {
    const { plan, remotes } = await planSides(await this.pair(instance))
    this.#planned = { instance, remotes }
    return plan
  }

  /** @throws StudioError `entry-not-found` */
  async difference(instance: string, reference: EntryReference): Promise<SyncDifference> {
    return readDifference(await this.pair(instance), reference)
  }

  async differences(instance: string): Promise<readonly SyncDifference[]> {
    return readDifferences(await this.pair(instance))
  }

  /** @throws StudioError `protected-read-only`, `protected-confirm`, `sync-under-way` before anything is begun */
  async apply(order: Order): Promise<string> {
    const entry = await this.#ports.instances.entry(order.instance)
    const writes = order.entries.filter(({ action }) => writesRemote.has(action))
    if (writes.length > 0) refuseUnconfirmed(entry, order.confirmation)
    const pair = await this.pair(order.instance)
    return this.#ports.jobs.start(order.instance, (control) => this.#carryOut(order, pair, control))
  }

  undoable(): Promise<readonly UndoableJob[]> {
    return undoableJobs(this.#ports)
  }

  /** @throws StudioError `not-undoable`; as {@link apply} */
  async undo(jobId: string, confirmation: string | null): Promise<string> {
    const record = await undoRecord(this.#ports.open.get().files, jobId)
    if (writesInstance(record)) {
      refuseUnconfirmed(await this.#ports.instances.entry(record.instance), confirmation)
    }
    const pair = await this.pair(record.instance)
    return this.#ports.jobs.start(record.instance, (control) => takeBack(pair, record, control))
  }

  /** @throws StudioError `wrong-order` */
  async planPromotion(request: z.output<typeof promotionRequest>): Promise<PromotionPlan> {
    return planPromotion(await this.#promotionPair(request), request)
  }

  /** @throws StudioError as {@link apply} */
  async promote(order: z.output<typeof promotionOrder>): Promise<string> {
    refuseUnconfirmed(await this.#ports.instances.entry(order.to), order.confirmation)
    const { from, to } = await this.#promotionPair(order)
    return this.#ports.jobs.start(order.to, async (control) => {
      control.expect(order.entries.length)
      if (!order.overrideFailures) {
        const lambdas = await promotedLambdas(order, from, control.signal)
        const target = { workspace: from.workspace, instance: to.instance }
        if (await this.#isHeldBack(lambdas, order.entries.map(asPush), target, control)) return
      }
      return this.#undoably(to, control, async (context) => promote({ from, to: context }, order, control))
    })
  }

  /** The open workspace and one of its instances, ready to be called. */
  async pair(instance: string): Promise<SyncPair> {
    const { name } = await this.#ports.instances.entry(instance)
    return {
      workspace: this.#ports.open.get(),
      instance: await this.#ports.instances.connect(instance),
      id: instance,
      name,
    }
  }

  async #carryOut(order: Order, pair: SyncPair, control: SyncJobControl): Promise<void> {
    control.expect(order.entries.length)
    if (!order.overrideFailures) {
      const lambdas = await pushedLambdas(order, pair)
      if (await this.#isHeldBack(lambdas, order.entries, pair, control)) return
    }
    const planned = this.#takePlanned(order.instance)
    return this.#undoably(pair, control, (context) =>
      carryOut({ ...context, planned }, order.entries, control),
    )
  }

  #takePlanned(instance: string): readonly KnownLambda[] {
    const planned = this.#planned
    this.#planned = null
    return planned?.instance === instance ? planned.remotes : []
  }

  /** Whether checks or cases speak against these lambdas; then it is told of each entry. */
  async #isHeldBack(
    lambdas: readonly Lambda[],
    entries: readonly HeldEntry[],
    { workspace, instance }: Pick<SyncPair, 'workspace' | 'instance'>,
    { signal, ...control }: SyncJobControl,
  ): Promise<boolean> {
    const failures = await preflight(lambdas, { workspace, instance, pool: this.#ports.pool, signal })
    if (failures.length === 0) return false
    control.stopFor(failures)
    for (const result of holdBack(entries, failures)) control.report(result)
    return true
  }

  /** Writes, reads back what was written, and notes before each write what is needed to take it back. */
  async #undoably(
    pair: SyncPair,
    control: SyncJobControl,
    write: (context: SyncContext) => Promise<readonly SyncResult[]>,
  ): Promise<void> {
    const records = new UndoRecords(pair.workspace.files)
    const journal = records.begin(control.jobId, pair.id)
    const context = contextOf(pair, (step) => journal.note(step))
    try {
      await readBack(context, await write(context), control.report)
    } finally {
      if (journal.holdsSteps) control.mayUndo()
      await records.tidy(control.jobId, journal)
    }
  }

  async #promotionPair({ from, to }: { readonly from: string; readonly to: string }): Promise<PromotionPair> {
    if (from === to) throw sameInstance
    return { from: await this.pair(from), to: await this.pair(to) }
  }
}

const writesRemote: ReadonlySet<string> = new Set(['push', 'merge', 'delete-remote'])

function asPush({ slug, toId }: { readonly slug: string; readonly toId: string }) {
  return { slug, id: toId, action: 'push' } as const
}

const sameInstance = new StudioError({
  code: 'wrong-order',
  message: 'A promotion goes from one instance to another, and both are the same.',
  hint: 'Choose two instances.',
})
