import { z } from 'zod'
import { mapOf, repeated } from './configurations/parts.ts'
import { id, ids, integer, object, optionalId, stamps, text } from './fields.ts'

export const groupRequest = z.strictObject({
  group: z
    .strictObject({ ...stamps, name: text, data: object, roles: mapOf(repeated), tenantId: optionalId })
    .nullish(),
  roleIds: ids,
})

/** Members by group id. */
export const memberRequest = z.strictObject({
  members: z
    .record(
      id,
      z.array(
        z.strictObject({
          userId: optionalId,
          id: optionalId,
          data: object,
          groupId: optionalId,
          insertInstant: integer,
        }),
      ),
    )
    .nullish(),
})

/** Either memberships by their ids, or users by group id. */
export const memberDeleteRequest = z.strictObject({
  memberIds: ids,
  members: z.record(id, z.array(id)).nullish(),
})
