import type { Endpoint } from '../http/endpoint.ts'
import { apiKeyEndpoints } from './api-keys.ts'
import { applicationEndpoints } from './applications.ts'
import { connectorEndpoints } from './connectors.ts'
import { eventLogEndpoints } from './event-logs.ts'
import { groupEndpoints } from './groups.ts'
import { identityProviderEndpoints } from './identity-providers.ts'
import { lambdaEndpoints } from './lambdas.ts'
import { memberEndpoints } from './members.ts'
import { systemEndpoints } from './system.ts'
import { tenantEndpoints } from './tenants.ts'
import { userEndpoints } from './users.ts'

/**
 * Everything the instance serves. The first path that fits a request wins, so fixed paths stand before those
 * with an id: members before groups, and each search before its objects.
 */
export const endpoints: readonly Endpoint[] = [
  ...lambdaEndpoints,
  ...memberEndpoints,
  ...groupEndpoints,
  ...userEndpoints,
  ...applicationEndpoints,
  ...tenantEndpoints,
  ...identityProviderEndpoints,
  ...connectorEndpoints,
  ...apiKeyEndpoints,
  ...eventLogEndpoints,
  ...systemEndpoints,
]
