import { z } from 'zod'
import { flag, integer, object, optionalId, text, texts } from '../fields.ts'
import { jwtConfiguration } from './jwt.ts'
import { accessControl, choice, deletePolicy, each, mapOf, part } from './parts.ts'
import { multiFactorConfiguration, webAuthnConfiguration } from './tenant-factors.ts'
import { externalIdentifierConfiguration } from './tenant-identifiers.ts'
import { emailConfiguration, phoneConfiguration } from './tenant-messages.ts'
import { passwordConfigurations } from './tenant-passwords.ts'

const limit = part({ enabled: flag, ...each(integer, 'limit', 'timePeriodInSeconds') })

/** The configuration objects of a tenant but for its lambdas, as in FusionAuth 1.69.0. */
export const tenantConfigurations = {
  ...passwordConfigurations,
  accessControlConfiguration: accessControl,
  captchaConfiguration: part({
    ...each(text, 'secretKey', 'siteKey'),
    captchaMethod: choice('GoogleRecaptchaV2', 'GoogleRecaptchaV3', 'HCaptcha', 'HCaptchaEnterprise'),
    enabled: flag,
    threshold: z.number().nullish(),
  }),
  clientRiskConfiguration: part({
    ...each(flag, 'blocklistedIp', 'botDetected', 'dormantAccount', 'dormantPassword', 'enabled'),
    ...each(flag, 'impossibleTravel', 'recentIdentityChange', 'recentPasswordChange'),
    ...each(flag, 'suspiciousUserAgent', 'unrecognizedDevice', 'untrustedDevice'),
  }),
  emailConfiguration,
  eventConfiguration: part({
    events: mapOf(
      part({
        enabled: flag,
        transactionType: choice('None', 'Any', 'SimpleMajority', 'SuperMajority', 'AbsoluteMajority'),
      }),
    ),
  }),
  externalIdentifierConfiguration,
  familyConfiguration: part({
    ...each(flag, 'allowChildRegistrations', 'deleteOrphanedAccounts', 'enabled', 'parentEmailRequired'),
    ...each(optionalId, 'confirmChildEmailTemplateId', 'familyRequestEmailTemplateId'),
    ...each(integer, 'deleteOrphanedAccountsDays', 'maximumChildAge', 'minimumOwnerAge'),
    parentRegistrationEmailTemplateId: optionalId,
  }),
  formConfiguration: part({ adminUserFormId: optionalId }),
  jwtConfiguration,
  loginConfiguration: part({ requireAuthentication: flag }),
  multiFactorConfiguration,
  phoneConfiguration,
  rateLimitConfiguration: part({
    ...each(limit, 'failedLogin', 'forgotPassword', 'sendEmailVerification', 'sendPasswordless'),
    ...each(limit, 'sendPasswordlessPhone', 'sendPhoneVerification', 'sendRegistrationVerification'),
    sendTwoFactor: limit,
  }),
  registrationConfiguration: part({ blockedDomains: texts }),
  scimServerConfiguration: part({
    ...each(optionalId, 'clientEntityTypeId', 'serverEntityTypeId'),
    enabled: flag,
    schemas: object,
  }),
  ssoConfiguration: part({ allowAccessTokenBootstrap: flag, deviceTrustTimeToLiveInSeconds: integer }),
  userDeletePolicy: deletePolicy,
  usernameConfiguration: part({
    unique: part({
      enabled: flag,
      numberOfDigits: integer,
      separator: text,
      strategy: choice('Always', 'OnCollision'),
    }),
  }),
  webAuthnConfiguration,
}
