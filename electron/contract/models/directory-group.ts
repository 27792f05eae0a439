import { z } from 'zod'
import type { JsonObject } from '../json.ts'
import type { TenantName } from './instance.ts'

/** An id of FusionAuth: a UUID, kept in lower case. */
export const directoryId = z
  .guid('must be an id of FusionAuth: a UUID such as 25a872da-bb44-4af8-a43d-e7bcb5351ebc')
  .transform((id) => id.toLowerCase())

/** Rows of a page: the first counts from 0. */
export const pageQuery = z.strictObject({
  startRow: z.int().min(0).default(0),
  numberOfResults: z.int().min(1).max(500).default(100),
})

/** A JSON object, such as custom data. */
export const dataObject: z.ZodType<JsonObject, JsonObject> = z.record(
  z.string(),
  z.json(),
  'must be a JSON object, such as {"since": 2024}',
)

/** The name of the instance, typed by the user, where its protection is `confirm`. */
export const confirmation = z.string().nullable().default(null)

/** A role of an application. */
export interface ApplicationRole {
  readonly id: string
  readonly name: string
  readonly description?: string | undefined
  readonly isDefault: boolean
  readonly isSuperRole: boolean
}

/** What of a group a server may answer in a form that the studio does not know. */
export type GroupPart = 'name' | 'data' | 'roles'

/** A group as FusionAuth answers it; times are epoch milliseconds. */
export interface Group {
  readonly id: string
  readonly name: string
  readonly data: JsonObject
  /** By application id. */
  readonly roles: Readonly<Record<string, readonly ApplicationRole[]>>
  readonly tenantId: string | null
  readonly insertInstant: number | null
  readonly lastUpdateInstant: number | null
  /** Parts that are there and could not be read; they show as empty and are never written. Left out where there are none. */
  readonly unread?: readonly GroupPart[]
}

/** An application and the roles that it has. */
export interface DirectoryApplication {
  readonly id: string
  readonly name: string
  readonly tenantId: string | null
  readonly roles: readonly ApplicationRole[]
}

/** What there is to choose from: tenants and applications; a list is null where the key may not read it. */
export interface DirectoryChoices {
  readonly tenants: readonly TenantName[] | null
  readonly applications: readonly DirectoryApplication[] | null
}

/** Which groups to list; what is left out does not matter. */
export const groupQuery = pageQuery.extend({
  /** A part of the name, or with `*` the whole. */
  name: z.string().max(500).optional(),
  tenantId: directoryId.optional(),
  /** Only groups that give a role of this application. */
  applicationId: directoryId.optional(),
  /** Only groups that give all of these roles. */
  roleIds: z.array(directoryId).max(100).optional(),
  orderBy: z.enum(['name', 'insertInstant']).default('name'),
  descending: z.boolean().default(false),
})
export type GroupQuery = z.input<typeof groupQuery>

/** A page of groups; `total` counts all that were found. */
export interface GroupPage {
  readonly groups: readonly Group[]
  readonly total: number
}

/** A group with the names of what its ids stand for. */
export interface GroupDetail {
  readonly group: Group
  /** Names of the applications in `group.roles` by their id, as far as the key may read them. */
  readonly applicationNames: Readonly<Record<string, string>>
  readonly tenantName: string | null
  /** Null on a server before 1.36.0, which cannot count members. */
  readonly memberCount: number | null
}

const groupFields = {
  name: z.string().trim().min(1, 'a group needs a name').max(1000),
  data: dataObject,
  roleIds: z.array(directoryId).max(1000),
}

/** A group to create. */
export const newGroup = z.strictObject({
  /** Made by the server where it is left out. */
  id: directoryId.optional(),
  name: groupFields.name,
  data: groupFields.data.default({}),
  roleIds: groupFields.roleIds.default([]),
  /** Needed where the instance has several tenants and neither it nor its key names one. */
  tenantId: directoryId.optional(),
  confirmation,
})
export type NewGroup = z.input<typeof newGroup>

/** What of a group can be edited. */
export const editableGroup = z.strictObject(groupFields)
export type EditableGroup = z.infer<typeof editableGroup>

/**
 * An edit: the group as the user saw it and as it shall be. Only the difference is written, so that what others
 * changed meanwhile elsewhere in the group stays.
 */
export const groupEdit = z.strictObject({
  groupId: directoryId,
  seen: editableGroup,
  wanted: editableGroup,
  confirmation,
})
export type GroupEdit = z.input<typeof groupEdit>

/**
 * How an edit ended. `conflict`: somebody else changed the same places meanwhile, and nothing was written; `places`
 * are `name` and JSON Pointers into `data`.
 */
export type GroupEditOutcome =
  | { readonly kind: 'saved' | 'unchanged'; readonly group: Group }
  | { readonly kind: 'conflict'; readonly group: Group; readonly places: readonly string[] }

/** A group to delete. */
export const groupDeletion = z.strictObject({ groupId: directoryId, confirmation })
export type GroupDeletion = z.input<typeof groupDeletion>
