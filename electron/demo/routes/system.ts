import { done, ok, type Answer, type Call } from '../http/call.ts'
import type { Endpoint, KeyScope } from '../http/endpoint.ts'
import type { Handler } from '../http/call.ts'

/** The version whose API is spoken here. */
export const fusionAuthVersion = '1.69.0'

const features = [
  'advancedIdentityProviders',
  'advancedLambdas',
  'advancedMultiFactorAuthentication',
  'advancedOAuthScopes',
  'advancedRegistration',
  'applicationMultiFactorAuthentication',
  'applicationThemes',
  'breachedPasswordDetection',
  'connectors',
  'entityManagement',
  'multiFactorLambdas',
  'scimServer',
  'tenantManagerApplication',
  'threatDetection',
  'webAuthn',
]

export const systemEndpoints: readonly Endpoint[] = [
  get('/api/system/version', 'any', () => ok({ version: fusionAuthVersion })),
  get('/api/status', 'none', status),
  get('/api/health', 'none', () => done),
  get('/api/reactor', 'any', () =>
    ok({
      status: { ...Object.fromEntries(features.map((feature) => [feature, 'ACTIVE'])), licensed: true },
    }),
  ),
]

function get(path: string, scope: KeyScope, handler: Handler): Endpoint {
  return { path, permission: path, scope, handlers: { GET: handler } }
}

/** Without a key of the whole instance there is only the status. Nothing is measured, so no metrics are told. */
function status({ apiKey }: Call): Answer {
  if (!apiKey || apiKey.tenantId !== undefined) return ok({ status: 'Ok' })
  return ok({ status: 'Ok', version: fusionAuthVersion })
}
