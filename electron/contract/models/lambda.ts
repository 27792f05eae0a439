import { z } from 'zod'
import { engineType, type EngineType } from './run.ts'
import type { WorkspaceProblem } from './workspace.ts'

/** What a user calls a lambda: FusionAuth takes no blank name. */
export const lambdaName = z
  .string()
  .max(1000)
  .refine((name) => name.trim() !== '', 'must not be blank')

/** `lambdas/<slug>/lambda.json`. Keys that this version does not know are kept. */
export const lambdaFile = z.looseObject({
  /** The name that FusionAuth shows. */
  name: z.string().min(1),
  /** The lambda type, such as JWTPopulate. */
  type: z.string().min(1),
  /** The engine that runs it. */
  engineType: engineType.default('GraalJS'),
  /** Whether console.debug is written to the event log. */
  debug: z.boolean().default(false),
  /** The lambda's id on each instance, by the instance's id. */
  ids: z.record(z.string(), z.guid()).default({}),
})
export type LambdaFile = z.infer<typeof lambdaFile>

/** A lambda of the workspace without its body. */
export interface LambdaSummary {
  readonly slug: string
  readonly name: string
  readonly type: string
  readonly engineType: EngineType
  readonly debug: boolean
  readonly ids: Readonly<Record<string, string>>
}

/** All lambdas by slug, and what could not be read or does not fit together. */
export interface LambdaListing {
  readonly lambdas: readonly LambdaSummary[]
  readonly problems: readonly WorkspaceProblem[]
}

/** A lambda with its body. */
export interface Lambda extends LambdaSummary {
  /** Byte for byte what FusionAuth gets. */
  readonly body: string
  /** Stands for the body as it is on disk now; saving names the revision it started from. */
  readonly revision: string
}

/** A lambda to create: from the template of its type where no body is given. */
export const newLambda = z.strictObject({
  type: z.string().min(1),
  name: lambdaName,
  body: z.string().optional(),
  engineType: engineType.optional(),
  debug: z.boolean().optional(),
  ids: z.record(z.string(), z.guid()).optional(),
})
export type NewLambda = z.infer<typeof newLambda>

/** What to change of a lambda; what is left out stays. */
export const lambdaChange = z.strictObject({
  body: z.string().optional(),
  name: lambdaName.optional(),
  type: z.string().min(1).optional(),
  engineType: engineType.optional(),
  debug: z.boolean().optional(),
  /** The revision that the new body started from; left out, whatever is on disk is replaced. */
  basedOn: z.string().optional(),
})
export type LambdaChange = z.infer<typeof lambdaChange>

/** How a save ended. `conflict`: the body was changed by somebody else since `basedOn`, and nothing was written. */
export type SaveOutcome =
  { readonly kind: 'saved'; readonly lambda: Lambda } | { readonly kind: 'conflict'; readonly lambda: Lambda }

/** A lambda that was deleted and can be brought back. */
export interface DeletedLambda {
  /** Names it for {@link StudioApi.lambdas.undelete}. */
  readonly id: string
  readonly slug: string
  readonly name: string
  /** ISO 8601. */
  readonly deletedAt: string
}
