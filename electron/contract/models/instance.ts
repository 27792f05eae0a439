import { z } from 'zod'
import type { ErrorData } from '../errors.ts'
import { instanceColor, protection, type InstanceEntry } from './workspace.ts'
import type { HintWords, MessageWords, PurposeWords } from '../words.ts'

const name = z.string().trim().min(1).max(100)

/** Short, stable and fit for a file's name: base files and key variables are named by it. */
export const instanceId = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, {
  error: 'An instance id has 1 to 40 lower-case letters, digits and hyphens, such as dev or prod-eu.',
})

/** An address of FusionAuth; {@link StudioApi.instances} says what is wrong with one that cannot be used. */
const address = z.string().trim().min(1).max(2000)

/** An instance to add to the workspace. Left out, the id is made from the name. */
export const newInstance = z.strictObject({
  id: instanceId.optional(),
  name,
  url: address,
  tenantId: z.guid().nullable().default(null),
  protection: protection.default('none'),
  color: instanceColor.default('gray'),
})
export type NewInstance = z.input<typeof newInstance>

/** What to change of an instance; what is left out stays. Another address needs the key anew. */
export const instanceChange = z.strictObject({
  name: name.optional(),
  url: address.optional(),
  tenantId: z.guid().nullable().optional(),
  protection: protection.optional(),
  color: instanceColor.optional(),
})
export type InstanceChange = z.infer<typeof instanceChange>

/** An API key as it is given to be kept; it never comes back. */
export const apiKey = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .regex(/^[\x21-\x7e]+$/, {
    error: 'A key has no spaces, line breaks or letters beyond ASCII.',
  })

/** An instance of the workspace, and whether there is a key for it. */
export type InstanceInfo = InstanceEntry & { readonly hasKey: boolean }

/** What a probe needs of an instance that is not added yet. */
export const instanceAddress = z.strictObject({ url: address, tenantId: z.guid().nullable().default(null) })
export type InstanceAddress = z.input<typeof instanceAddress>

/** One endpoint and method that the studio uses, and whether the key may call it; null where that was not found out. */
export interface PermissionFinding extends PurposeWords {
  readonly endpoint: string
  readonly method: string
  readonly granted: boolean | null
  /** What the studio needs it for. */
  readonly purpose: string
  /** Without it the instance cannot be worked with at all. */
  readonly required: boolean
}

/** A tenant of an instance. */
export interface TenantName {
  readonly id: string
  readonly name: string
}

/** What FusionAuth says of its licence; features by FusionAuth's own names, such as `advancedLambdas: ACTIVE`. */
export interface Licence {
  readonly licensed: boolean
  readonly features: Readonly<Record<string, string>>
}

/** Something about an instance that is worth knowing before working with it. */
export interface ProbeNote extends MessageWords, HintWords {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  readonly hint: string
}

/**
 * What a probe found:
 * - `ready`: all that the studio uses is there
 * - `limited`: it can be worked with, and `notes` say what cannot be done
 * - `unusable`: lambdas cannot be read; `problem` says why
 */
export interface ProbeReport {
  readonly outcome: 'ready' | 'limited' | 'unusable'
  readonly url: string
  /** Coded `instance-…` or `key-…`. */
  readonly problem: ErrorData | null
  readonly version: string | null
  readonly permissions: readonly PermissionFinding[]
  /** Requests about groups and users need a tenant, and none is chosen. */
  readonly tenantNeeded: boolean
  /** To choose from; none where the key may not list them. */
  readonly tenants: readonly TenantName[]
  /** Null where it was not told. */
  readonly licence: Licence | null
  readonly notes: readonly ProbeNote[]
  /** How long the instance took to answer, in milliseconds. */
  readonly latencyMs: number | null
}

/** Which lambdas of an instance to find; what is left out does not matter. */
export const lambdaCriteria = z.strictObject({
  /** A part of the name, or with `*` the whole. */
  name: z.string().optional(),
  type: z.string().optional(),
  /** A part of the body. */
  body: z.string().optional(),
})
export type LambdaCriteria = z.infer<typeof lambdaCriteria>

/** A lambda on an instance without its body. */
export interface RemoteLambdaSummary {
  readonly id: string
  readonly name: string
  readonly type: string
}
