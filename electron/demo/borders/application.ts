import { z } from 'zod'
import { applicationLambdas } from '../world/assignments.ts'
import { configured, lambdaConfiguration, objects } from './configured.ts'
import { flag, ignored, object, optionalId, stamps, text } from './fields.ts'

const role = z.strictObject({
  ...stamps,
  id: optionalId,
  name: text,
  description: text,
  isDefault: flag,
  isSuperRole: flag,
})
export type RoleRequest = z.output<typeof role>

const application = z.strictObject({
  ...configured,
  ...objects(
    'accessControlConfiguration',
    'authenticationTokenConfiguration',
    'cleanSpeakConfiguration',
    'emailConfiguration',
    'externalIdentifierConfiguration',
    'formConfiguration',
    'jwtConfiguration',
    'loginConfiguration',
    'multiFactorConfiguration',
    'oauthConfiguration',
    'passwordlessConfiguration',
    'phoneConfiguration',
    'registrationConfiguration',
    'registrationDeletePolicy',
    'samlv2Configuration',
    'universalConfiguration',
    'unverified',
    'webAuthnConfiguration',
  ),
  active: ignored,
  baseURL: text,
  lambdaConfiguration: lambdaConfiguration(applicationLambdas),
  roles: z.array(role).nullish(),
  scopes: ignored,
  state: ignored,
  tenantId: ignored,
  themeId: optionalId,
  verificationEmailTemplateId: optionalId,
  verificationStrategy: text,
  verifyRegistration: flag,
})

export const applicationRequest = z.strictObject({
  application: application.nullish(),
  role: ignored,
  sourceApplicationId: optionalId,
  webhookIds: ignored,
  eventInfo: object,
})

export const roleRequest = z.strictObject({
  application: ignored,
  role: role.nullish(),
  eventInfo: object,
})
