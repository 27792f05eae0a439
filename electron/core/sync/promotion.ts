import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { StudioError } from '../../contract/errors.ts'
import type { LambdaSummary } from '../../contract/models/lambda.ts'
import type { PromotionEntry, PromotionPlan, promotionRequest } from '../../contract/models/promotion.ts'
import { readOwners, type Owners } from '../assignments/owners.ts'
import { promotedAssignments } from '../assignments/promoted-assignments.ts'
import { ownerKinds } from '../assignments/usage.ts'
import { differences, type KnownLambda } from './plan.ts'
import { findTargets, type Promoted } from './promotion-plan.ts'
import { readRemotes, type SyncPair } from './sides.ts'

type Request = z.output<typeof promotionRequest>

/** The two instances of a promotion; both pairs have the same workspace. */
export interface PromotionPair {
  readonly from: SyncPair
  readonly to: SyncPair
}

/** Compares two instances, lambda by lambda of the workspace; writes nothing. */
export async function planPromotion({ from, to }: PromotionPair, request: Request): Promise<PromotionPlan> {
  const [wanted, here, there] = await Promise.all([
    wantedLambdas(from, request.slugs),
    readRemotes(from.instance),
    readRemotes(to.instance),
  ])
  const byId = new Map(here.map((lambda) => [lambda.id, lambda]))
  const promoted = wanted.flatMap((lambda) => promotedOf(lambda, { from, to }, byId))
  const targets = findTargets(promoted, there, await ownedIds(to))
  const owners = request.assign ? await readAssignments({ from, to }, promoted) : null
  const nameThere = (id: string): string | null => there.find((each) => each.id === id)?.state.name ?? null
  const entries = promoted.map((each): PromotionEntry => {
    const target = targets.get(each.slug) ?? { kind: 'new', id: each.newId }
    const remote = target.kind === 'question' ? undefined : there.find(({ id }) => id === target.id)
    return {
      slug: each.slug,
      name: each.from.state.name,
      type: each.from.state.type,
      fromId: each.from.id,
      target,
      from: each.from.state,
      to: remote?.state ?? null,
      fields: remote ? differences(each.from, remote) : [],
      seen: { local: each.from.revision, remote: remote?.revision ?? null },
      assignments: owners ? promotedAssignments(each.from.id, { ...owners, nameThere }) : [],
    }
  })
  const found = new Set(promoted.map(({ slug }) => slug))
  const missing = wanted.filter(({ slug }) => !found.has(slug)).map(({ slug }) => slug)
  return { from: from.id, to: to.id, entries, missing: request.slugs ? missing : [] }
}

/** The ids on an instance that lambdas of the workspace have. */
async function ownedIds({ workspace, id }: SyncPair): Promise<ReadonlySet<string>> {
  const { lambdas } = await workspace.list()
  return new Set(lambdas.flatMap(({ ids }) => ids[id]?.toLowerCase() ?? []))
}

/** @throws StudioError `lambda-not-found` */
async function wantedLambdas(
  { workspace }: SyncPair,
  slugs: readonly string[] | undefined,
): Promise<readonly LambdaSummary[]> {
  if (slugs) return Promise.all(slugs.map((slug) => workspace.read(slug)))
  return (await workspace.list()).lambdas
}

function promotedOf(
  { slug, ids }: LambdaSummary,
  { from, to }: PromotionPair,
  here: ReadonlyMap<string, KnownLambda>,
): readonly Promoted[] {
  const lambda = here.get(ids[from.id]?.toLowerCase() ?? '')
  const toId = ids[to.id]?.toLowerCase() ?? null
  return lambda ? [{ slug, from: lambda, toId, newId: randomUUID() }] : []
}

async function readAssignments(
  { from, to }: PromotionPair,
  promoted: readonly Promoted[],
): Promise<{ readonly from: Owners; readonly to: Owners }> {
  const kinds = new Set(promoted.flatMap((each) => [...ownerKinds(each.from.state.type)]))
  const [here, there] = await Promise.all([readOwners(from.instance, kinds), readOwners(to.instance, kinds)])
  const [unread] = [...here.unread, ...there.unread]
  if (unread) throw new StudioError(unread.error)
  return { from: here, to: there }
}
