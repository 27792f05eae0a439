import { z } from 'zod'
import { isJsonObject, type JsonObject } from '../../../contract/json.ts'
import type { Group, GroupPart } from '../../../contract/models/directory-group.ts'

const id = z.guid().toLowerCase()
const instant = z.number().nullable().catch(null)
const text = z.string().nullable().catch(null)
/** FusionAuth leaves out what is empty; what is no object is no data. */
const data = z.custom<JsonObject>(isJsonObject).catch({})

const role = z.object({
  id,
  name: z.string().catch(''),
  description: z.string().optional().catch(undefined),
  isDefault: z.boolean().catch(false),
  isSuperRole: z.boolean().catch(false),
})

const parts = {
  name: z.string(),
  data: z.custom<JsonObject>(isJsonObject),
  roles: z.record(id, z.array(role)),
} satisfies Record<GroupPart, z.ZodType>

/** A part in another form than the known one must not be taken for an empty one: a PUT would drop it. */
const group: z.ZodType<Group> = z
  .object({
    id,
    name: z.unknown(),
    data: z.unknown(),
    roles: z.unknown(),
    tenantId: id.nullable().catch(null),
    insertInstant: instant,
    lastUpdateInstant: instant,
  })
  .transform(({ id, name, data, roles, ...others }) => {
    const read = {
      name: parts.name.safeParse(name ?? ''),
      data: parts.data.safeParse(data ?? {}),
      roles: parts.roles.safeParse(roles ?? {}),
    }
    const unread = (['name', 'data', 'roles'] as const).filter((part) => !read[part].success)
    return {
      id,
      name: read.name.data ?? '',
      data: read.data.data ?? {},
      roles: read.roles.data ?? {},
      ...others,
      ...(unread.length > 0 && { unread }),
    }
  })

const member = z.object({ id, userId: id, groupId: id, data, insertInstant: instant })
/** A membership as an instance answers it. */
export type MemberAnswer = z.output<typeof member>

const registration = z.object({
  applicationId: id,
  roles: z.array(z.string()).catch([]),
})

const membership = z.object({ id, groupId: id, data, insertInstant: instant })

const person = z.object({
  id,
  tenantId: id.nullable().catch(null),
  email: text,
  username: text,
  firstName: text,
  lastName: text,
  fullName: text,
  imageUrl: text,
  active: z.boolean().catch(true),
  registrations: z.array(registration).catch([]),
  memberships: z.array(membership).catch([]),
})

/** A user as an instance answers it: what the studio decides by, and the whole as it came. */
export type Person = Readonly<z.output<typeof person>> & { readonly raw: JsonObject }

const personAnswer = z.custom<JsonObject>(isJsonObject).transform((raw, context): Person => {
  const parsed = person.safeParse(raw)
  if (parsed.success) return { ...parsed.data, raw }
  context.addIssue({ code: 'custom', message: 'a user without an id' })
  return z.NEVER
})

/** Reads a user that has an id; for one made of an answer. */
export function readPersonAnswer(raw: JsonObject): Person {
  return personAnswer.parse(raw)
}

/** Whatever an answer holds that nobody reads. */
export const anyAnswer = z.unknown()
export const groupAnswer = z.object({ group })
export const groupsAnswer = z.object({ groups: z.array(group).default([]), total: z.int().optional() })
export const membersAnswer = z.object({ members: z.array(member).default([]), total: z.int().default(0) })
/** What an addition made, by group id. */
export const addedAnswer = z.object({
  members: z.record(id, z.array(z.object({ id, userId: id }))).catch({}),
})
export const userAnswer = z.object({ user: personAnswer })
export const usersAnswer = z.object({
  users: z.array(personAnswer).default([]),
  total: z.int().optional().catch(undefined),
  nextResults: z.string().optional().catch(undefined),
})
export const applicationsAnswer = z.object({
  applications: z
    .array(
      z.object({
        id,
        name: z.string().catch(''),
        tenantId: id.nullable().catch(null),
        roles: z.array(role).catch([]),
      }),
    )
    .default([]),
})
export const tenantsAnswer = z.object({
  tenants: z.array(z.object({ id, name: z.string().catch('') })).default([]),
})
