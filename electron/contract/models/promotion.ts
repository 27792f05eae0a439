import { z } from 'zod'
import { assignmentChange, type LambdaOwner } from './assignment.ts'
import { instanceId } from './instance.ts'
import { entryName } from './slug.ts'
import type { LambdaState, SeenStates, SyncField } from './sync.ts'

/** Which lambdas to promote from one instance to another: all that the workspace knows there, or these. */
export const promotionRequest = z.strictObject({
  from: instanceId,
  to: instanceId,
  slugs: z.array(entryName).optional(),
  /** Also assign them at the objects of the same name. */
  assign: z.boolean().default(false),
})
export type PromotionRequest = z.input<typeof promotionRequest>

/** A lambda on the other instance. */
export interface PromotionCandidate {
  readonly id: string
  readonly name: string
  readonly type: string
  /** Its state, for `seen` of the order. */
  readonly revision: string
}

/**
 * Which lambda of the other instance is the same one:
 * - `known`: the workspace has its id there
 * - `matched`: one lambda alone there has its name and type
 * - `new`: none there is like it; it would be created with this id
 * - `question`: several are like it, or one is in part; somebody has to choose
 * - `type-differs`: the id that the workspace has there belongs to a lambda of another type
 */
export type PromotionTarget =
  | { readonly kind: 'known' | 'matched'; readonly id: string }
  | { readonly kind: 'new'; readonly id: string }
  | { readonly kind: 'question'; readonly candidates: readonly PromotionCandidate[]; readonly newId: string }
  | { readonly kind: 'type-differs'; readonly id: string; readonly type: string }

/** The place on the other instance where a lambda would be assigned as it is on the first. */
export type PromotedAssignment =
  | {
      readonly kind: 'matched'
      readonly owner: LambdaOwner
      readonly field: string
      /** The lambda that is assigned there now, and what it is called where that is known. */
      readonly current: string | null
      readonly currentName: string | null
    }
  | { readonly kind: 'question'; readonly field: string; readonly candidates: readonly LambdaOwner[] }
  | { readonly kind: 'missing'; readonly field: string; readonly owner: LambdaOwner }

/** One lambda of a promotion. */
export interface PromotionEntry {
  readonly slug: string
  readonly name: string
  readonly type: string
  /** The id on the first instance. */
  readonly fromId: string
  readonly target: PromotionTarget
  /** Both sides, to be shown; `to` is null for a new lambda and for a question. */
  readonly from: LambdaState
  readonly to: LambdaState | null
  readonly fields: readonly SyncField[]
  /** `local` stands for the first instance, `remote` for the other. */
  readonly seen: SeenStates
  readonly assignments: readonly PromotedAssignment[]
}

/** What a promotion would do. Nothing was written for it. */
export interface PromotionPlan {
  readonly from: string
  readonly to: string
  readonly entries: readonly PromotionEntry[]
  /** Lambdas that were asked for and are not on the first instance. */
  readonly missing: readonly string[]
}

/** One lambda to promote: `seen.remote` null creates it with `toId`. */
export const promotionOrderEntry = z.strictObject({
  slug: entryName,
  fromId: z.guid().toLowerCase(),
  toId: z.guid().toLowerCase(),
  seen: z.strictObject({ local: z.string(), remote: z.string().nullable() }),
  assign: z.array(assignmentChange.pick({ owner: true, field: true, seen: true })).default([]),
})

/** What to carry out of a promotion. */
export const promotionOrder = z.strictObject({
  from: instanceId,
  to: instanceId,
  entries: z.array(promotionOrderEntry).max(100_000),
  overrideFailures: z.boolean().default(false),
  confirmation: z.string().nullable().default(null),
})
export type PromotionOrder = z.input<typeof promotionOrder>
