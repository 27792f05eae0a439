import { z } from 'zod'
import { flag, integer, optionalId, text } from '../fields.ts'
import { choice, each, part, unverifiedBehavior, verificationStrategy } from './parts.ts'
import { emailTemplates, phoneTemplates } from './templates.ts'

export const emailConfiguration = part({
  ...emailTemplates,
  ...each(optionalId, 'adminTwoFactorMethodRemoveEmailTemplateId', 'verificationEmailTemplateId'),
  ...each(flag, 'debug', 'implicitEmailVerificationAllowed', 'verifyEmail', 'verifyEmailWhenChanged'),
  ...each(text, 'defaultFromEmail', 'defaultFromName', 'host', 'password', 'properties', 'username'),
  additionalHeaders: z.array(z.looseObject(each(text, 'name', 'value'))).nullish(),
  port: integer,
  security: choice('NONE', 'SSL', 'TLS'),
  unverified: part({ allowEmailChangeWhenGated: flag, behavior: unverifiedBehavior }),
  verificationStrategy,
})

export const phoneConfiguration = part({
  ...phoneTemplates,
  ...each(optionalId, 'adminTwoFactorMethodRemoveTemplateId', 'messengerId'),
  ...each(flag, 'implicitPhoneVerificationAllowed', 'verifyPhoneNumber'),
  unverified: part({ allowPhoneNumberChangeWhenGated: flag, behavior: unverifiedBehavior }),
  verificationStrategy,
})
