import { z } from 'zod'
import { flag, integer, optionalId, stamps, text } from './fields.ts'

export const apiKeyRequest = z.strictObject({
  apiKey: z
    .strictObject({
      ...stamps,
      expirationInstant: integer,
      ipAccessControlListId: optionalId,
      key: text,
      keyManager: flag,
      metaData: z.strictObject({ attributes: z.record(z.string(), z.string()).nullish() }).nullish(),
      name: text,
      permissions: z
        .strictObject({ endpoints: z.record(z.string(), z.array(z.string())).nullish() })
        .nullish(),
      retrievable: flag,
      tenantId: optionalId,
    })
    .nullish(),
  sourceKeyId: optionalId,
})
export type ApiKeyRequest = NonNullable<z.output<typeof apiKeyRequest>['apiKey']>
