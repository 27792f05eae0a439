import { defineLambdaType } from '../define.ts'
import { parameter } from '../parameters.ts'
import { eventInfo } from '../samples/requests.ts'
import {
  clientMetadata,
  clientRegistrationContext,
  clientRegistrationResult,
} from '../shapes/client-registration.ts'

const since = '1.70.0'

const preset = {
  allowed: true,
  revoke: false,
  scopes: [],
  providedScopePolicy: {},
  ttlInSeconds: 86_400,
}

const typical = {
  result: preset,
  clientMetadata: {
    clientId: 'https://assistant.example/oauth/client.json',
    clientIdHost: 'assistant.example',
    clientIdPath: '/oauth/client.json',
    clientName: 'Assistant',
    clientUri: 'https://assistant.example/',
    clientUriHost: 'assistant.example',
    clientUriPath: '/',
    redirectUris: ['https://assistant.example/oauth/callback'],
  },
  context: { eventInfo, authenticationThreats: [] },
}

const stranger = {
  clientId: 'https://unknown.example/client.json',
  clientIdHost: 'unknown.example',
  clientIdPath: '/client.json',
}

const refused = { result: preset, clientMetadata: stranger, context: {} }

/** Source of the rules: the list of points that stands for FusionAuth's page, for 1.70.0. */
export const cimdClientRegistration = defineLambdaType({
  type: 'CIMDClientRegistration',
  upcoming: true,
  displayName: 'CIMD Client Registration',
  family: 'Clients',
  purpose:
    'Decides whether and how a client that names itself by a Client ID Metadata Document is registered.',
  runsWhen:
    'After the login of a user, when such a client registers, and again for each resource that has not been seen while the registration is kept.',
  notRunWhen: [],
  functionName: 'evaluate',
  parameters: [
    parameter('result', 'mutable', clientRegistrationResult, 'The decision, preset from the CIMD domain.', {
      since,
    }),
    parameter('clientMetadata', 'read-only', clientMetadata, "The client's metadata document.", { since }),
    parameter('context', 'read-only', clientRegistrationContext, 'Facts about the request.', { since }),
  ],
  reserved: [],
  rules: [],
  returnValue: 'ignored',
  consequences: {
    completed: {
      code: 'client-decided',
      message:
        'FusionAuth registers the client by result: refused if allowed is false, deleted if revoke is true, kept for ttlInSeconds otherwise.',
    },
    threw: {
      code: 'client-refused',
      message: 'FusionAuth refuses the client, and the event log gets an Error entry.',
    },
  },
  since,
  licence: 'Enterprise',
  assignedAt: [
    {
      object: 'CIMD domain',
      apiField: 'domain.registrationLambdaId',
      ui: 'Registration lambda on the CIMD domain',
    },
  ],
  quirks: [
    "The type's name in the API is not verified: the documentation for 1.70.0 is unfinished, and no client has it yet.",
    'Null in scopes or providedScopePolicy refuses the client, and so does a jwtPopulateLambdaId that is no JWT populate lambda.',
    'ttlInSeconds is at least 15 minutes and at most what the domain allows.',
    'Where the domain is *, this lambda is the only filter of clients.',
  ],
  template: `// Clients name themselves here: allow only those that you know.
/** @type {LambdaFunction} */
function evaluate(result, clientMetadata, context) {
  const knownHosts = ['assistant.example', 'partner.example']

  // The host comes from the client id, so a client cannot choose it freely, unlike its name.
  result.allowed = knownHosts.includes(clientMetadata.clientIdHost ?? '')

  if (!result.allowed) {
    console.info('Refused the client ' + clientMetadata.clientId)
  }
}
`,
  samples: [
    { name: 'A client of a known host', input: typical },
    {
      name: 'An unknown client that says little of itself',
      input: refused,
    },
  ],
  exampleCase: {
    input: refused,
    expect: {
      outcome: 'completed',
      arguments: { result: { allowed: false } },
      console: ['Refused the client https://unknown.example/client.json'],
    },
  },
  page: 'cimd-client-registration',
})
