import { z } from 'zod'
import { reconcileLambda } from '../world/assignments.ts'
import { connectorConfigurations } from './configurations/connector.ts'
import { configured, lambdaConfiguration } from './configured.ts'

/** Each type of connector has fields of its own; fields of newer versions are kept as they came. */
export const connectorRequest = z.strictObject({
  connector: z
    .looseObject({
      ...configured,
      ...connectorConfigurations,
      lambdaConfiguration: lambdaConfiguration(reconcileLambda('')),
      type: z.enum(['FusionAuth', 'Generic', 'LDAP']).nullish(),
    })
    .nullish(),
})
