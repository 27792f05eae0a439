import { flag, ids, integer, optionalId, text } from '../fields.ts'
import { jwtConfiguration } from './jwt.ts'
import { oauthConfiguration } from './oauth.ts'
import {
  accessControl,
  choice,
  deletePolicy,
  each,
  mfaLoginPolicy,
  part,
  requirable,
  switchable,
  unverifiedBehavior,
} from './parts.ts'
import { samlConfiguration } from './saml.ts'
import { emailTemplates, phoneTemplates } from './templates.ts'

const template = part({ templateId: optionalId })
const loginStrategy = choice('ClickableLink', 'FormField')
const asked = ['birthDate', 'firstName', 'fullName', 'lastName', 'middleName', 'mobilePhone'] as const

/** The configuration objects of an application but for its lambdas, as in FusionAuth 1.69.0. */
export const applicationConfigurations = {
  accessControlConfiguration: accessControl,
  authenticationTokenConfiguration: switchable,
  cleanSpeakConfiguration: part({
    ...each(text, 'apiKey', 'url'),
    applicationIds: ids,
    enabled: flag,
    usernameModeration: part({ applicationId: optionalId, enabled: flag }),
  }),
  emailConfiguration: part({ ...emailTemplates, emailVerificationEmailTemplateId: optionalId }),
  externalIdentifierConfiguration: part({ twoFactorTrustIdTimeToLiveInSeconds: integer }),
  formConfiguration: part({
    ...each(optionalId, 'adminRegistrationFormId', 'selfServiceFormId'),
    selfServiceFormConfiguration: part({ requireCurrentPasswordOnPasswordChange: flag }),
  }),
  jwtConfiguration,
  loginConfiguration: part(each(flag, 'allowTokenRefresh', 'generateRefreshTokens', 'requireAuthentication')),
  multiFactorConfiguration: part({
    ...each(template, 'email', 'sms', 'voice'),
    loginPolicy: mfaLoginPolicy,
    trustPolicy: choice('Any', 'This', 'None'),
  }),
  oauthConfiguration,
  passwordlessConfiguration: part({
    ...each(loginStrategy, 'emailLoginStrategy', 'phoneLoginStrategy'),
    enabled: flag,
  }),
  phoneConfiguration: part(phoneTemplates),
  registrationConfiguration: part({
    ...each(requirable, ...asked, 'preferredLanguages'),
    ...each(flag, 'completeRegistration', 'confirmPassword', 'enabled'),
    formId: optionalId,
    loginIdType: choice('email', 'phoneNumber', 'username'),
    type: choice('basic', 'advanced'),
  }),
  registrationDeletePolicy: deletePolicy,
  samlv2Configuration: samlConfiguration,
  universalConfiguration: part({ universal: flag }),
  unverified: part({ behavior: unverifiedBehavior }),
  webAuthnConfiguration: part({
    ...each(switchable, 'bootstrapWorkflow', 'reauthenticationWorkflow'),
    enabled: flag,
  }),
}
