import { z } from 'zod'
import { reconcileLambda } from '../world/assignments.ts'
import { configured, lambdaConfiguration } from './configured.ts'
import { flag } from './fields.ts'

/** Each type of connector has fields of its own, which are kept as they came. */
export const connectorRequest = z.strictObject({
  connector: z
    .looseObject({
      ...configured,
      debug: flag,
      lambdaConfiguration: lambdaConfiguration(reconcileLambda('')),
      type: z.enum(['FusionAuth', 'Generic', 'LDAP']).nullish(),
    })
    .nullish(),
})
