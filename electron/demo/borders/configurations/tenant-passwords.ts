import { flag, integer, optionalId, text } from '../fields.ts'
import { choice, each, part } from './parts.ts'

/** What a tenant asks of passwords, and what follows from wrong ones. */
export const passwordConfigurations = {
  failedAuthenticationConfiguration: part({
    ...each(integer, 'actionDuration', 'resetCountInSeconds', 'tooManyAttempts'),
    actionCancelPolicy: part({ onPasswordReset: flag }),
    actionDurationUnit: choice('MINUTES', 'HOURS', 'DAYS', 'WEEKS', 'MONTHS', 'YEARS'),
    emailUser: flag,
    userActionId: optionalId,
  }),
  maximumPasswordAge: part({ days: integer, enabled: flag }),
  minimumPasswordAge: part({ enabled: flag, seconds: integer }),
  passwordEncryptionConfiguration: part({
    encryptionScheme: text,
    encryptionSchemeFactor: integer,
    modifyEncryptionSchemeOnLogin: flag,
  }),
  passwordValidationRules: part({
    ...each(flag, 'disallowUserLoginId', 'requireMixedCase', 'requireNonAlpha', 'requireNumber'),
    ...each(integer, 'maxLength', 'minLength'),
    breachDetection: part({
      enabled: flag,
      matchMode: choice('Low', 'Medium', 'High'),
      notifyUserEmailTemplateId: optionalId,
      onLogin: choice('Off', 'RecordOnly', 'NotifyUser', 'RequireChange'),
    }),
    rememberPreviousPasswords: part({ count: integer, enabled: flag }),
    validateOnLogin: flag,
  }),
}
