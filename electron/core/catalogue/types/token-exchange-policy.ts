import { defineLambdaType } from '../define.ts'
import { context, parameter } from '../parameters.ts'
import { exchangeRequest, subjectToken } from '../samples/token-exchange.ts'
import { tokenExchangeDecision, tokenExchangePolicyRequest } from '../shapes/token-exchange.ts'

const typical = {
  tokenExchangeRequest: { ...exchangeRequest, subjectToken },
  context: {},
}

/** Source of the rules: FusionAuth's page on the token exchange policy lambda, for 1.70.0. */
export const tokenExchangePolicy = defineLambdaType({
  type: 'TokenExchangePolicy',
  upcoming: true,
  displayName: 'Token Exchange Policy',
  family: 'Tokens',
  purpose: 'Decides whether a client may exchange a token, and for what.',
  runsWhen: 'At an OAuth 2.0 token exchange (RFC 8693), to allow or deny it.',
  notRunWhen: ['When the policy engine of the tenant is not set to LAMBDA.'],
  functionName: 'policy',
  parameters: [
    parameter(
      'tokenExchangeRequest',
      'read-only',
      tokenExchangePolicyRequest,
      'The exchange that is asked for.',
      {
        since: '1.70.0',
      },
    ),
    { ...context, since: '1.70.0' },
  ],
  returnType: { typeText: 'TokenExchangeDecision', shapes: [tokenExchangeDecision] },
  reserved: [],
  rules: [],
  returnValue: 'used',
  consequences: {
    completed: {
      code: 'exchange-decided',
      message: 'FusionAuth allows or denies the exchange by what the function returned.',
    },
    threw: {
      code: 'not-documented',
      message: 'The event log gets an Error entry; what becomes of the exchange is not documented.',
    },
  },
  since: '1.70.0',
  licence: null,
  assignedAt: [
    {
      object: 'tenant',
      apiField: 'tenant.oauthConfiguration.tokenExchangeConfiguration.policyEngineLambdaId',
      ui: 'Tenants > OAuth > Token Exchange (with the policy engine Lambda)',
    },
  ],
  quirks: [
    "The type's name in the API is not verified: the documentation for 1.70.0 does not say it, and no client has it yet.",
    "It is the one type whose return value counts: { decision: 'ALLOW', granted?: { audience?, scope?, expires_in? } }, or { decision: 'DENY' or 'ERROR', denial: { error, error_description? } }.",
    'Return the decision ERROR, rather than throw, when another service does not answer.',
  ],
  template: `// Unlike in every other type, what this function returns decides.
/** @type {LambdaFunction} */
function policy(tokenExchangeRequest, context) {
  // Trust only a token that FusionAuth could validate in full.
  if (tokenExchangeRequest.subjectToken?.validationStatus !== 'AUTHORITATIVE') {
    return deny('invalid_request', 'The subject token could not be validated.')
  }

  // Without \`granted\` the client gets what it asked for; here it may only read, for 15 minutes.
  const asked = tokenExchangeRequest.requestedScope ?? []
  const scope = asked.filter((name) => name.endsWith(':read'))
  if (scope.length === 0) {
    return deny('invalid_scope', 'Only scopes to read may be had by an exchange.')
  }
  console.info('Allowed ' + tokenExchangeRequest.clientId + ' to have ' + scope.join(' '))
  return { decision: 'ALLOW', granted: { scope, expires_in: 900 } }
}

/**
 * @param {string} error an OAuth error code
 * @param {string} error_description
 * @returns {TokenExchangeDecision}
 */
function deny(error, error_description) {
  return { decision: 'DENY', denial: { error, error_description } }
}
`,
  samples: [
    { name: 'A token of this server, to read and write', input: typical },
    {
      name: 'A token that could not be validated, and no scope',
      input: {
        tokenExchangeRequest: {
          clientId: exchangeRequest.clientId,
          subjectToken: { ...subjectToken, validationStatus: 'FAILED' },
          requestedAudience: [],
        },
      },
    },
    {
      name: 'A request with a client id alone',
      input: { tokenExchangeRequest: { clientId: exchangeRequest.clientId } },
    },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      console: [`Allowed ${exchangeRequest.clientId} to have orders:read`],
    },
  },
  page: 'token-exchange-policy',
})
