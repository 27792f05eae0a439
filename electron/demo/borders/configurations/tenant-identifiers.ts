import { integer } from '../fields.ts'
import { choice, each, part } from './parts.ts'

const generator = part({
  length: integer,
  type: choice('randomDigits', 'randomBytes', 'randomAlpha', 'randomAlphaNumeric'),
})

const limitedInTime = [
  'authorizationGrantId',
  'changePasswordId',
  'deviceCode',
  'emailVerificationId',
  'externalAuthenticationId',
  'identityProviderConnectionTest',
  'loginIntent',
  'oneTimePassword',
  'passwordlessLogin',
  'pendingAccountLink',
  'phoneVerificationId',
  'registrationVerificationId',
  'rememberOAuthScopeConsentChoice',
  'samlv2AuthNRequestId',
  'setupPasswordId',
  'trustToken',
  'twoFactorId',
  'twoFactorOneTimeCodeId',
  'twoFactorTrustId',
  'webAuthnAuthenticationChallenge',
  'webAuthnRegistrationChallenge',
] as const

const generated = [
  'changePasswordId',
  'deviceUserCodeId',
  'emailVerificationId',
  'emailVerificationOneTimeCode',
  'passwordlessLogin',
  'passwordlessLoginOneTimeCode',
  'phoneVerificationId',
  'phoneVerificationOneTimeCode',
  'registrationVerificationId',
  'registrationVerificationOneTimeCode',
  'setupPasswordId',
  'twoFactorOneTimeCodeId',
] as const

/** How long each code and id that a tenant gives out is good for, and how it is made. */
export const externalIdentifierConfiguration = part({
  ...each(integer, ...limitedInTime.map((name) => `${name}TimeToLiveInSeconds` as const)),
  ...each(generator, ...generated.map((name) => `${name}Generator` as const)),
})
