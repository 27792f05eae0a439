import { z } from 'zod'
import { applicationLambdas } from '../world/assignments.ts'
import { applicationConfigurations } from './configurations/application.ts'
import { eventInfo, objectState, repeated, verificationStrategy } from './configurations/parts.ts'
import { configured, lambdaConfiguration } from './configured.ts'
import { flag, ids, ignored, optionalId, stamps, text } from './fields.ts'

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
  ...applicationConfigurations,
  active: flag,
  baseURL: text,
  lambdaConfiguration: lambdaConfiguration(applicationLambdas),
  roles: z.array(role).nullish(),
  scopes: repeated,
  state: objectState,
  tenantId: optionalId,
  themeId: optionalId,
  verificationEmailTemplateId: optionalId,
  verificationStrategy,
  verifyRegistration: flag,
})

/** What a request for an application or for one of its roles may carry beside it. */
const common = { sourceApplicationId: optionalId, webhookIds: ids, eventInfo }

export const applicationRequest = z.strictObject({
  ...common,
  application: application.nullish(),
  role: ignored,
})

export const roleRequest = z.strictObject({ ...common, application: ignored, role: role.nullish() })
