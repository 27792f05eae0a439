import { jwtClaims } from './jwt-claims.ts'
import type { Shape } from './shape.ts'

/** A token that takes part in an exchange. */
export const exchangeToken: Shape = {
  name: 'ExchangeToken',
  needs: [jwtClaims],
  text: `/** A token that takes part in an exchange. */
interface ExchangeToken {
  /** Issuer. */
  iss?: string
  /** The token itself. */
  jti?: string
  /** The claims, when the token is a JWT. */
  jwt?: JWTClaims
  /** The user or the entity. */
  sub?: string
  /** Kind of token. */
  type?: 'urn:ietf:params:oauth:token-type:access_token' | 'urn:ietf:params:oauth:token-type:jwt'
  /** How far FusionAuth could validate it. */
  validationStatus?: 'AUTHORITATIVE' | 'BEST_EFFORT' | 'FAILED'
}`,
}

/** What the client asks for. */
export const tokenExchangeRequest: Shape = {
  name: 'TokenExchangeRequest',
  needs: [],
  text: `/** What the client asks for (RFC 8693). */
interface TokenExchangeRequest {
  /** The client that asks. */
  clientId?: string
  /** What the exchange is for. */
  intent?: string
  /** Audiences that are asked for. */
  requestedAudience?: string[]
  /** Scopes that are asked for. */
  requestedScope?: string[]
  /** URIs of resources that are asked for. */
  resource?: string[]
}`,
}

/** The same with the tokens, as the policy sees it. */
export const tokenExchangePolicyRequest: Shape = {
  name: 'TokenExchangePolicyRequest',
  needs: [tokenExchangeRequest, exchangeToken],
  text: `/** What the client asks for, with the tokens that it shows. */
interface TokenExchangePolicyRequest extends TokenExchangeRequest {
  /** The token of the party that acts, when it was sent. */
  actorToken?: ExchangeToken
  /** The token that is exchanged. */
  subjectToken?: ExchangeToken
}`,
}

/** What a policy returns. */
export const tokenExchangeDecision: Shape = {
  name: 'TokenExchangeDecision',
  needs: [],
  text: `/** What a policy decides. */
type TokenExchangeDecision =
  | {
      decision: 'ALLOW'
      /** What to grant instead of what was asked for. */
      granted?: {
        /** Audiences. */
        audience?: string[]
        /** Lifetime in seconds. */
        expires_in?: number
        /** Scopes. */
        scope?: string[]
      }
    }
  | {
      /** \`DENY\` by decision; \`ERROR\` when the policy itself could not decide. */
      decision: 'DENY' | 'ERROR'
      denial: {
        /** An OAuth error code, for example \`access_denied\`. */
        error: string
        /** Why, for people. */
        error_description?: string
      }
    }`,
}
