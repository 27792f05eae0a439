import type { JsonObject } from '../../../contract/json.ts'
import { orderApi, reportService } from './entities.ts'
import { ingrid, issuer } from './people.ts'
import { accessTokenOf } from './tokens.ts'

const claims = accessTokenOf(ingrid)

/** Ingrid's access token, which a service exchanges. */
export const subjectToken = {
  jwt: claims,
  jti: claims.jti,
  sub: ingrid.id,
  iss: issuer,
  type: 'urn:ietf:params:oauth:token-type:access_token',
  validationStatus: 'AUTHORITATIVE',
} satisfies JsonObject

/** The token of the service that acts for her. */
export const actorToken = {
  jti: '1d0c9b8a-7f6e-4e5d-b4c3-a2b190807f6e',
  sub: reportService.id,
  iss: issuer,
  type: 'urn:ietf:params:oauth:token-type:access_token',
  validationStatus: 'AUTHORITATIVE',
} satisfies JsonObject

/** What the service asks for. */
export const exchangeRequest = {
  clientId: reportService.clientId,
  requestedAudience: [orderApi.clientId],
  requestedScope: ['orders:read', 'orders:write'],
  resource: ['https://orders.northwind.example'],
  intent: 'monthly report',
} satisfies JsonObject
