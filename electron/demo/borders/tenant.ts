import { z } from 'zod'
import { tenantLambdas } from '../world/assignments.ts'
import { configurationWithLambdas, configured, lambdaConfiguration, objects } from './configured.ts'
import { flag, ignored, integer, object, optionalId, text } from './fields.ts'

const tenant = z.strictObject({
  ...configured,
  ...objects(
    'accessControlConfiguration',
    'captchaConfiguration',
    'clientRiskConfiguration',
    'emailConfiguration',
    'eventConfiguration',
    'externalIdentifierConfiguration',
    'failedAuthenticationConfiguration',
    'familyConfiguration',
    'formConfiguration',
    'jwtConfiguration',
    'loginConfiguration',
    'maximumPasswordAge',
    'minimumPasswordAge',
    'multiFactorConfiguration',
    'passwordEncryptionConfiguration',
    'passwordValidationRules',
    'phoneConfiguration',
    'rateLimitConfiguration',
    'registrationConfiguration',
    'scimServerConfiguration',
    'ssoConfiguration',
    'userDeletePolicy',
    'usernameConfiguration',
    'webAuthnConfiguration',
  ),
  baseURL: text,
  configured: flag,
  connectorPolicies: z.array(z.looseObject({ connectorId: optionalId })).nullish(),
  httpSessionMaxInactiveInterval: integer,
  issuer: text,
  lambdaConfiguration: lambdaConfiguration(tenantLambdas),
  logoutURL: text,
  oauthConfiguration: configurationWithLambdas('oauthConfiguration', tenantLambdas),
  state: ignored,
  themeId: optionalId,
})

export const tenantRequest = z.strictObject({
  tenant: tenant.nullish(),
  sourceTenantId: optionalId,
  webhookIds: ignored,
  eventInfo: object,
})

export const tenantDeleteRequest = z.strictObject({ async: flag, eventInfo: object })
