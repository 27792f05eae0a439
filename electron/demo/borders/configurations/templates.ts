import { optionalId } from '../fields.ts'
import { each } from './parts.ts'

/** What a user is written to about, by e-mail and by telephone, in tenants and in applications. */
const occasions = [
  'forgotPassword',
  'loginIdInUseOnCreate',
  'loginIdInUseOnUpdate',
  'loginNewDevice',
  'loginSuspicious',
  'passwordResetSuccess',
  'passwordUpdate',
  'passwordless',
  'setPassword',
  'twoFactorMethodAdd',
  'twoFactorMethodRemove',
] as const

export const emailTemplates = each(
  optionalId,
  ...occasions.map((occasion) => `${occasion}EmailTemplateId` as const),
  'emailUpdateEmailTemplateId',
  'emailVerifiedEmailTemplateId',
)

export const phoneTemplates = each(
  optionalId,
  ...occasions.map((occasion) => `${occasion}TemplateId` as const),
  'identityUpdateTemplateId',
  'verificationCompleteTemplateId',
  'verificationTemplateId',
)
