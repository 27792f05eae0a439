import { flag, integer, optionalId, text } from '../fields.ts'
import { choice, each, mfaLoginPolicy, part } from './parts.ts'

const messenger = part({ enabled: flag, ...each(optionalId, 'messengerId', 'templateId') })
const workflow = part({
  authenticatorAttachmentPreference: choice('any', 'platform', 'crossPlatform'),
  enabled: flag,
  userVerificationRequirement: choice('required', 'preferred', 'discouraged'),
})

export const multiFactorConfiguration = part({
  ...each(messenger, 'sms', 'voice'),
  authenticator: part({
    ...each(integer, 'codeLength', 'timeStep'),
    algorithm: choice('HmacSHA1', 'HmacSHA256', 'HmacSHA512'),
    enabled: flag,
  }),
  debug: flag,
  email: part({ enabled: flag, templateId: optionalId }),
  loginPolicy: mfaLoginPolicy,
})

export const webAuthnConfiguration = part({
  ...each(workflow, 'bootstrapWorkflow', 'reauthenticationWorkflow'),
  ...each(flag, 'debug', 'enabled'),
  ...each(text, 'relyingPartyId', 'relyingPartyName'),
})
