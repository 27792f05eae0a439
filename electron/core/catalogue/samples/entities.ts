import type { JsonObject } from '../../../contract/json.ts'
import { issuer, loginSeconds, tenantId } from './people.ts'

/** The service that asks for a token. */
export const reportService = {
  id: '2d9f4b61-8c37-4e5a-b1f0-93a7c6d5e482',
  tenantId,
  name: 'Report service',
  clientId: '2d9f4b61-8c37-4e5a-b1f0-93a7c6d5e482',
  clientSecret: 'sample-client-secret',
  data: { region: 'eu-north', owner: 'finance' },
  type: { id: '7e3a9b50-1c4d-4f28-96e7-0a5b8c2d4f61', name: 'Service', data: {} },
  insertInstant: 1_741_080_900_000,
  lastUpdateInstant: 1_769_412_600_000,
} satisfies JsonObject

/** The interface that the service wants to call. */
export const orderApi = {
  id: '91c4e7d2-5f08-4a6b-8d13-e2b7f9a04c35',
  tenantId,
  name: 'Order API',
  clientId: '91c4e7d2-5f08-4a6b-8d13-e2b7f9a04c35',
  data: { version: 3 },
  type: {
    id: '4b8d2f17-6a9c-4e03-b5d8-c1e70f3a9264',
    name: 'API',
    permissions: [
      { id: 'e5a1c3b7-0d92-4f48-86b1-7c2d9e4f0a53', name: 'read', isDefault: true },
      { id: 'f6b2d4c8-1ea3-4059-97c2-8d3eaf501b64', name: 'write', isDefault: false },
    ],
  },
  insertInstant: 1_741_080_900_000,
  lastUpdateInstant: 1_741_080_900_000,
} satisfies JsonObject

/** Claims as FusionAuth sets them in a client credentials grant. */
export const entityToken = {
  aud: orderApi.id,
  exp: loginSeconds + 3600,
  iat: loginSeconds,
  iss: issuer,
  sub: reportService.id,
  jti: '0c9b8a7d-6e5f-4d3c-a2b1-908f7e6d5c4b',
  scope: `target-entity:${orderApi.id}:read`,
  tid: tenantId,
  permissions: { [orderApi.id]: ['read'] },
  use: 'access_token',
} satisfies JsonObject
