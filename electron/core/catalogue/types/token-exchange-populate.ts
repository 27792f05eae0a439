import { defineLambdaType } from '../define.ts'
import { context, parameter } from '../parameters.ts'
import { mayShrink, reservedClaims } from '../rules.ts'
import { orderApi } from '../samples/entities.ts'
import { ingrid } from '../samples/people.ts'
import { accessTokenOf } from '../samples/tokens.ts'
import { actorToken, exchangeRequest, subjectToken } from '../samples/token-exchange.ts'
import { jwtClaims } from '../shapes/jwt-claims.ts'
import { exchangeToken, tokenExchangeRequest } from '../shapes/token-exchange.ts'

const reserved = [
  'act',
  'may_act',
  'amr',
  'applicationId',
  'auth_time',
  'authenticationType',
  'client_id',
  'cnf',
  'gty',
  'iat',
  'iss',
  'jti',
  'sid',
  'sub',
  'tid',
  'tty',
]

const since = '1.70.0'

const jwt = {
  ...accessTokenOf(ingrid),
  aud: orderApi.clientId,
  scope: 'orders:read orders:write',
  client_id: exchangeRequest.clientId,
}

const typical = {
  jwt: { ...jwt, act: { sub: actorToken.sub } },
  subjectToken,
  actorToken,
  tokenExchangeRequest: exchangeRequest,
  context: {},
}

/** Source of the rules: FusionAuth's page on the token exchange populate lambda, for 1.70.0. */
export const tokenExchangePopulate = defineLambdaType({
  type: 'TokenExchangePopulate',
  upcoming: true,
  displayName: 'Token Exchange Populate',
  family: 'Tokens',
  purpose: 'Adds claims to a token that comes from an exchange, or narrows it, before it is signed.',
  runsWhen: 'After the policy has allowed an exchange, before the new token is signed.',
  notRunWhen: [],
  functionName: 'populate',
  parameters: [
    parameter('jwt', 'mutable', jwtClaims, 'Claims of the token that is about to be signed.', { since }),
    parameter('subjectToken', 'read-only', exchangeToken, 'The token that is exchanged.', { since }),
    parameter(
      'actorToken',
      'read-only',
      exchangeToken,
      'The token of the party that acts, when it was sent.',
      {
        since,
        mayBeUndefined: true,
      },
    ),
    parameter('tokenExchangeRequest', 'read-only', tokenExchangeRequest, 'What the client asks for.', {
      since,
    }),
    { ...context, since },
  ],
  reserved,
  rules: [
    ...reservedClaims('jwt', reserved),
    mayShrink('/jwt/exp', 'A lambda may make the token expire sooner, never later.'),
    mayShrink('/jwt/scope', 'A lambda may take scopes out, never add any.'),
  ],
  returnValue: 'ignored',
  consequences: {
    completed: {
      code: 'token-populated',
      message: 'FusionAuth signs the token with the claims as they are kept here.',
    },
    threw: {
      code: 'not-documented',
      message: 'The event log gets an Error entry; what becomes of the exchange is not documented.',
    },
  },
  since,
  licence: null,
  assignedAt: [
    {
      object: 'tenant',
      apiField: 'tenant.oauthConfiguration.tokenExchangeConfiguration.populateLambdaId',
      ui: 'Tenants > OAuth > Token Exchange > Populate lambda',
    },
  ],
  quirks: [
    "The type's name in the API is not verified: the documentation for 1.70.0 does not say it, and no client has it yet.",
    'amr, applicationId, auth_time, authenticationType and sid are copied from the subject token.',
    'scope and exp may shrink, not grow.',
  ],
  template: `// Name claims of your own like a URL, so that they never clash with a standard claim.
/** @type {LambdaFunction} */
function populate(jwt, subjectToken, actorToken, tokenExchangeRequest, context) {
  jwt['https://northwind.example/intent'] = tokenExchangeRequest.intent ?? 'not said'

  // An actor token is there only when the client sent one.
  if (actorToken?.sub) {
    jwt['https://northwind.example/actor'] = actorToken.sub
  }

  // A scope or a lifetime may be made smaller, never larger.
  if (subjectToken.validationStatus !== 'AUTHORITATIVE' && jwt.iat) {
    jwt.exp = Math.min(jwt.exp ?? Infinity, jwt.iat + 900)
  }
}
`,
  samples: [
    { name: 'A service that acts for a user', input: typical },
    {
      name: 'No actor, a token of another server, no intent',
      input: {
        jwt,
        subjectToken: {
          sub: 'ing-20417',
          iss: 'https://id.partner.example',
          type: 'urn:ietf:params:oauth:token-type:jwt',
          validationStatus: 'BEST_EFFORT',
        },
        tokenExchangeRequest: {
          clientId: exchangeRequest.clientId,
          requestedAudience: [],
          requestedScope: [],
        },
      },
    },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      arguments: {
        jwt: {
          'https://northwind.example/intent': 'monthly report',
          'https://northwind.example/actor': actorToken.sub,
        },
      },
    },
  },
  page: 'token-exchange-populate',
  sources: [
    'FusionAuth/fusionauth-site:astro/src/content/docs/extend/code/lambdas/_token-exchange-reserved-claims.mdx',
  ],
})
