import { z } from 'zod'
import { isJsonObject, type JsonObject } from '../../contract/json.ts'
import { lambdaTypes } from '../world/lambda-types.ts'
import type { World } from '../world/world.ts'

const id = z.guid()
const name = z.string()
const instant = z.int()
const stamps = { id, insertInstant: instant, lastUpdateInstant: instant }
const data = z.custom<JsonObject>(isJsonObject).optional()
const role = z.object({
  ...stamps,
  name,
  description: z.string().optional(),
  isDefault: z.boolean(),
  isSuperRole: z.boolean(),
})
const registration = z.looseObject({
  ...stamps,
  applicationId: id,
  roles: z.array(z.string()),
  verified: z.boolean(),
  data,
})

/** What each line of a data file may be; fields that the demo does not look into are let be. */
export const rowSchemas = {
  lambda: z.looseObject({ ...stamps, name, type: z.enum(lambdaTypes), body: z.string(), debug: z.boolean() }),
  connector: z.looseObject({ ...stamps, name, type: name }),
  tenant: z.looseObject({ ...stamps, name, state: name }),
  application: z.looseObject({
    ...stamps,
    name,
    tenantId: id,
    active: z.boolean(),
    state: name,
    roles: z.array(role),
  }),
  identityProvider: z.looseObject({ ...stamps, name, type: name, enabled: z.boolean() }),
  group: z.object({ ...stamps, name, tenantId: id, roleIds: z.array(id), data }),
  user: z.looseObject({
    ...stamps,
    tenantId: id,
    email: z.string().optional(),
    username: z.string().optional(),
    active: z.boolean(),
    verified: z.boolean(),
    registrations: z.array(registration),
    data,
  }),
  member: z.object({ id, groupId: id, userId: id, insertInstant: instant, data }),
  apiKey: z.object({
    ...stamps,
    key: z.string().min(1),
    name: z.string().optional(),
    endpoints: z.record(z.string(), z.array(z.string())),
    tenantId: id.optional(),
    keyManager: z.boolean(),
    retrievable: z.boolean(),
    expirationInstant: instant.optional(),
    attributes: z.record(z.string(), z.string()),
  }),
  eventLog: z.object({
    id: z.int(),
    insertInstant: instant,
    message: z.string(),
    type: z.enum(['Information', 'Debug', 'Error']),
  }),
} as const

export type Kind = keyof typeof rowSchemas

interface Rows {
  values(): Iterable<object>
  put(row: never): unknown
}

/** Where a world keeps each kind, in an order in which nothing names what comes after it. */
export function rowsOf(world: World): Record<Kind, Rows> {
  return {
    lambda: world.lambdas,
    connector: world.connectors,
    tenant: world.tenants,
    application: world.applications,
    identityProvider: world.identityProviders,
    group: world.groups,
    user: world.users,
    member: world.members,
    apiKey: world.apiKeys,
    eventLog: world.eventLogs,
  }
}
