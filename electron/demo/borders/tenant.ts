import { z } from 'zod'
import { tenantLambdas } from '../world/assignments.ts'
import { eventInfo, objectState } from './configurations/parts.ts'
import { tenantConfigurations } from './configurations/tenant.ts'
import { configurationWithLambdas, configured, lambdaConfiguration } from './configured.ts'
import { flag, ids, integer, object, optionalId, text, texts } from './fields.ts'

const connectorPolicy = z.looseObject({
  connectorId: optionalId,
  data: object,
  domains: texts,
  migrate: flag,
})

const tenant = z.strictObject({
  ...configured,
  ...tenantConfigurations,
  baseURL: text,
  configured: flag,
  connectorPolicies: z.array(connectorPolicy).nullish(),
  httpSessionMaxInactiveInterval: integer,
  issuer: text,
  lambdaConfiguration: lambdaConfiguration(tenantLambdas),
  logoutURL: text,
  oauthConfiguration: configurationWithLambdas('oauthConfiguration', tenantLambdas),
  state: objectState,
  themeId: optionalId,
})

export const tenantRequest = z.strictObject({
  tenant: tenant.nullish(),
  sourceTenantId: optionalId,
  webhookIds: ids,
  eventInfo,
})

export const tenantDeleteRequest = z.strictObject({ async: flag, eventInfo })
