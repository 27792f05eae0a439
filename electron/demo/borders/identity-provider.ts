import { z } from 'zod'
import { reconcileLambda, reconcileTypes } from '../world/assignments.ts'
import { identityProviderConfigurations } from './configurations/identity-provider.ts'
import { configured, lambdaConfiguration } from './configured.ts'
import { flag, optionalId } from './fields.ts'

export const identityProviderTypes = Object.keys(reconcileTypes)
const identityProviderType = z.enum(identityProviderTypes)

/** Each of the sixteen types has fields of its own; fields of newer versions are kept as they came. */
export const identityProviderRequest = z.strictObject({
  identityProvider: z
    .looseObject({
      ...configured,
      ...identityProviderConfigurations,
      debug: flag,
      enabled: flag,
      lambdaConfiguration: lambdaConfiguration(reconcileLambda('')),
      tenantId: optionalId,
      type: identityProviderType.nullish(),
    })
    .nullish(),
})
