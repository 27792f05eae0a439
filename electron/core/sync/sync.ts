import type { z } from 'zod'
import { StudioError } from '../../contract/errors.ts'
import type { promotionOrder, PromotionPlan, promotionRequest } from '../../contract/models/promotion.ts'
import type {
  EntryReference,
  LambdaState,
  OrderEntry,
  PlanEntry,
  PushFailure,
  SyncDifference,
  SyncPlan,
  SyncResult,
  UndoableJob,
  syncOrder,
} from '../../contract/models/sync.ts'
import { findUsage } from '../assignments/usage.ts'
import type { Instances } from '../instance/instances.ts'
import { listLambdas, readLambda } from '../instance/lambdas.ts'
import type { SandboxPool } from '../runs/sandbox-pool.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { Bases } from './bases.ts'
import { carryOut } from './carry-out.ts'
import { mergeStates } from './merge.ts'
import { preflight } from './preflight.ts'
import { refuseUnconfirmed } from './protect.ts'
import { planPromotion, promote, type PromotionPair } from './promotion.ts'
import { readBack } from './read-back.ts'
import { readPlan, type SyncPair } from './sides.ts'
import { readLocal, type SyncContext } from './sync-context.ts'
import type { SyncJobControl, SyncJobs } from './sync-jobs.ts'
import { undoSteps } from './undo.ts'
import type { UndoNote } from './undo-journal.ts'
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

  constructor(ports: SyncPorts) {
    this.#ports = ports
  }

  async plan(instance: string): Promise<SyncPlan> {
    return readPlan(await this.pair(instance))
  }

  /** @throws StudioError `entry-not-found` */
  async difference(instance: string, reference: EntryReference): Promise<SyncDifference> {
    const pair = await this.pair(instance)
    const { entries } = await readPlan(pair)
    const entry = entries.find((each) => isSame(each, reference))
    if (!entry) throw entryNotFound(reference)
    const [local, remote, base] = await Promise.all([
      readLocal(pair, entry.slug),
      entry.id === null ? null : readLambda(pair.instance, entry.id),
      entry.id === null ? null : new Bases(pair.workspace.files, instance).read(entry.id),
    ])
    return differenceOf(entry, local?.state ?? null, remote?.state ?? null, base)
  }

  /** @throws StudioError `protected-read-only`, `protected-confirm`, `sync-under-way` before anything is begun */
  async apply(order: Order): Promise<string> {
    const entry = await this.#ports.instances.entry(order.instance)
    const writes = order.entries.filter(({ action }) => writesRemote.has(action))
    if (writes.length > 0) refuseUnconfirmed(entry, order.confirmation)
    const pair = await this.pair(order.instance)
    return this.#ports.jobs.start(order.instance, (control) => this.#carryOut(order, pair, control))
  }

  async undoable(): Promise<readonly UndoableJob[]> {
    const records = await new UndoRecords(this.#ports.open.get().files).list()
    const ended = records.filter(({ jobId }) => this.#ports.jobs.read(jobId)?.state !== 'running')
    return ended.map(({ jobId, instance, at, steps }) => ({
      jobId,
      instance,
      at,
      names: [...new Set(steps.map(({ name }) => name))],
    }))
  }

  /** @throws StudioError `not-undoable`; as {@link apply} */
  async undo(jobId: string, confirmation: string | null): Promise<string> {
    const records = new UndoRecords(this.#ports.open.get().files)
    const record = await records.read(jobId)
    if (!record) throw notUndoable
    const { instance, steps } = record
    if (steps.some(({ did }) => did.endsWith('remote'))) {
      refuseUnconfirmed(await this.#ports.instances.entry(instance), confirmation)
    }
    const pair = await this.pair(instance)
    return this.#ports.jobs.start(instance, async (control) => {
      control.expect(steps.length)
      const results = await undoSteps(
        contextOf(pair, () => Promise.resolve(notTakenBack)),
        steps,
        control,
      )
      if (results.every(({ outcome }) => outcome === 'done')) await records.remove(jobId)
      return false
    })
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
      const failures = order.overrideFailures
        ? []
        : await this.#preflightPromotion(order, from, control.signal)
      if (failures.length > 0) {
        control.stopFor(failures)
        for (const result of stopped(order.entries.map(asPush), failures)) control.report(result)
        return false
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

  async #carryOut(order: Order, pair: SyncPair, control: SyncJobControl): Promise<boolean> {
    control.expect(order.entries.length)
    const failures = order.overrideFailures ? [] : await this.#preflight(order, pair, control.signal)
    if (failures.length > 0) {
      control.stopFor(failures)
      for (const result of stopped(order.entries, failures)) control.report(result)
      return false
    }
    return this.#undoably(pair, control, (context) => carryOut(context, order.entries, control))
  }

  /** Writes, reads back what was written, and notes before each write what is needed to take it back. */
  async #undoably(
    pair: SyncPair,
    control: SyncJobControl,
    write: (context: SyncContext) => Promise<readonly SyncResult[]>,
  ): Promise<boolean> {
    const records = new UndoRecords(pair.workspace.files)
    const journal = records.begin(control.jobId, pair.id)
    const context = contextOf(pair, (step) => journal.note(step))
    try {
      const results = await write(context)
      for (const corrected of await readBack(context, results)) control.report(corrected)
    } finally {
      await records.tidy(control.jobId)
    }
    return (await records.read(control.jobId)) !== null
  }

  async #promotionPair({ from, to }: { readonly from: string; readonly to: string }): Promise<PromotionPair> {
    if (from === to) throw sameInstance
    return { from: await this.pair(from), to: await this.pair(to) }
  }

  /** Checks the texts of the first instance, with the cases that the workspace has. */
  async #preflightPromotion(
    { entries }: z.output<typeof promotionOrder>,
    { workspace, instance }: SyncPair,
    signal: AbortSignal,
  ): Promise<readonly PushFailure[]> {
    const remotes = new Map((await listLambdas(instance, signal)).map(({ id, state }) => [id, state]))
    const lambdas = await Promise.all(
      entries.map(async ({ slug, fromId }) => ({
        ...(await workspace.read(slug)),
        ...remotes.get(fromId.toLowerCase()),
      })),
    )
    return preflight(lambdas, { workspace, pool: this.#ports.pool, signal })
  }

  /** Checks what would be pushed as it is in the workspace; a merged body is checked as it was chosen. */
  async #preflight(
    { entries }: Order,
    { workspace }: SyncPair,
    signal: AbortSignal,
  ): Promise<readonly PushFailure[]> {
    const pushed = entries.filter(({ action }) => action === 'push' || action === 'merge')
    const lambdas = await Promise.all(
      pushed.map(async ({ slug, merged }) => {
        const lambda = slug === null ? null : await workspace.read(slug).catch(() => null)
        return lambda && { ...lambda, ...merged }
      }),
    )
    const found = lambdas.filter((lambda) => lambda !== null)
    return preflight(found, { workspace, pool: this.#ports.pool, signal })
  }
}

const writesRemote: ReadonlySet<string> = new Set(['push', 'merge', 'delete-remote'])

/** Taking back is not taken back itself. */
const notTakenBack: UndoNote = { withdraw: () => Promise.resolve() }

function contextOf(pair: SyncPair, note: SyncContext['note']): SyncContext {
  const { workspace, instance, id: instanceId } = pair
  return {
    ...pair,
    bases: new Bases(workspace.files, instanceId),
    usage: (id, type) => findUsage(instance, { instanceId, id, type }),
    note,
  }
}

function differenceOf(
  entry: PlanEntry,
  local: LambdaState | null,
  remote: LambdaState | null,
  base: LambdaState | null,
): SyncDifference {
  const merge = local && remote && entry.fields.length > 0 ? mergeStates({ local, remote, base }) : null
  return { entry, local, remote, base, merge }
}

/** What fails says so; what would have been pushed beside it was held back. */
function stopped(
  entries: readonly Pick<OrderEntry, 'slug' | 'id' | 'action'>[],
  failures: readonly PushFailure[],
): readonly SyncResult[] {
  return entries.map(({ slug, id, action }) => {
    const failure = failures.find((each) => each.slug === slug)
    const common = { slug, id, name: slug ?? id ?? '', action }
    if (!failure) {
      return { ...common, outcome: 'skipped', code: 'stopped', message: 'Held back, because others fail.' }
    }
    const { problems, failedCases } = failure
    const code = problems.length > 0 ? 'checks-failed' : 'cases-failed'
    return { ...common, outcome: 'failed', code, message: failureText(problems.length, failedCases) }
  })
}

function failureText(problems: number, failedCases: readonly string[]): string {
  const parts = [
    ...(problems > 0 ? [`checks find ${problems} ${problems === 1 ? 'error' : 'errors'}`] : []),
    ...(failedCases.length > 0 ? [`these cases fail or cannot be read: ${failedCases.join(', ')}`] : []),
  ]
  return `Not pushed: ${parts.join('; ')}.`
}

function isSame(entry: PlanEntry, { slug, id }: EntryReference): boolean {
  if (slug !== null) return entry.slug === slug
  return entry.slug === null && entry.id === id?.toLowerCase()
}

function entryNotFound({ slug, id }: EntryReference): StudioError {
  return new StudioError({
    code: 'entry-not-found',
    message: `Neither side has ${slug ?? id ?? 'such an entry'} any more.`,
    hint: 'Compare again to see how things are.',
  })
}

function asPush({ slug, toId }: { readonly slug: string; readonly toId: string }) {
  return { slug, id: toId, action: 'push' } as const
}

const sameInstance = new StudioError({
  code: 'wrong-order',
  message: 'A promotion goes from one instance to another, and both are the same.',
  hint: 'Choose two instances.',
})

const notUndoable = new StudioError({
  code: 'not-undoable',
  message: 'That push or pull cannot be taken back any more.',
  hint: 'It was taken back already, or is too long ago; the history of each lambda has the texts.',
})
