import { z } from 'zod'
import { flag, text, texts } from '../fields.ts'
import { choice, each, part, requirable } from './parts.ts'

const grant = z.enum([
  'authorization_code',
  'implicit',
  'password',
  'client_credentials',
  'refresh_token',
  'unknown',
  'urn:ietf:params:oauth:grant-type:device_code',
])

/** The OAuth configuration of an application. */
export const oauthConfiguration = part({
  ...each(texts, 'authorizedOriginURLs', 'authorizedRedirectURLs', 'authorizedResourceUris'),
  ...each(text, 'clientId', 'clientSecret', 'deviceVerificationURL', 'logoutURL'),
  ...each(flag, 'debug', 'generateRefreshTokens', 'requireClientAuthentication', 'requireRegistration'),
  authorizedURLValidationPolicy: choice('AllowWildcards', 'ExactMatch'),
  clientAuthenticationPolicy: choice('Required', 'NotRequired', 'NotRequiredWhenUsingPKCE'),
  consentMode: choice('AlwaysPrompt', 'RememberDecision', 'NeverPrompt'),
  enabledGrants: z.array(grant).nullish(),
  logoutBehavior: choice('RedirectOnly', 'AllApplications'),
  proofKeyForCodeExchangePolicy: choice(
    'Required',
    'NotRequired',
    'NotRequiredWhenUsingClientAuthentication',
  ),
  providedScopePolicy: part(each(requirable, 'address', 'email', 'phone', 'profile')),
  relationship: choice('FirstParty', 'ThirdParty'),
  scopeHandlingPolicy: choice('Compatibility', 'Strict'),
  unknownScopePolicy: choice('Allow', 'Remove', 'Reject'),
})
