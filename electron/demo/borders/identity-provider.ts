import { z } from 'zod'
import { reconcileLambda, reconcileTypes } from '../world/assignments.ts'
import { configured, lambdaConfiguration } from './configured.ts'
import { flag, object, optionalId, text } from './fields.ts'

export const identityProviderTypes = Object.keys(reconcileTypes)
const identityProviderType = z.enum(identityProviderTypes)

/** Each of the sixteen types has fields of its own, so that others are kept as they came and none is unknown. */
export const identityProviderRequest = z.strictObject({
  identityProvider: z
    .looseObject({
      ...configured,
      applicationConfiguration: object,
      attributeMappings: object,
      debug: flag,
      enabled: flag,
      lambdaConfiguration: lambdaConfiguration(reconcileLambda('')),
      linkingStrategy: text,
      source: text,
      tenantConfiguration: object,
      tenantId: optionalId,
      type: identityProviderType.nullish(),
    })
    .nullish(),
})
