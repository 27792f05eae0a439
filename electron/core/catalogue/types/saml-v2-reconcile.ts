import { parameter } from '../parameters.ts'
import { emptyRegistration, newUser } from '../samples/federated.ts'
import { partnerResponse } from '../samples/saml.ts'
import { samlResponse } from '../shapes/saml-response.ts'
import { identityProviderType } from './identity-provider.ts'

const typical = {
  user: newUser('ingrid.solberg@example.com'),
  registration: emptyRegistration,
  samlResponse: partnerResponse('ingrid.solberg@example.com', {
    firstName: ['Ingrid'],
    lastName: ['Solberg'],
    email: ['ingrid.solberg@example.com'],
    groups: ['staff', 'editors'],
  }),
  context: {},
}

const sparse = partnerResponse('tomas@example.com', {})

export const samlV2Reconcile = identityProviderType({
  type: 'SAMLv2Reconcile',
  provider: 'SAML v2',
  purpose: 'Fills the user and the registration from the response of a SAML v2 identity provider.',
  since: '1.6.0',
  payload: [
    parameter('samlResponse', 'read-only', samlResponse, "The identity provider's response, parsed."),
  ],
  quirks: [
    'The value of an attribute is always a list of strings.',
    'Before 1.28.0 the subject held one object nameID instead of the list nameIDs.',
  ],
  template: `// The identity provider's attributes are in the assertion; each is a list of strings.
/** @type {LambdaFunction} */
function reconcile(user, registration, samlResponse, context) {
  const attributes = samlResponse.assertion?.attributes ?? {}

  // Take the first value, and keep what FusionAuth knows where the attribute is missing.
  user.firstName = attributes.firstName?.[0] ?? user.firstName
  user.lastName = attributes.lastName?.[0] ?? user.lastName

  // Map the provider's groups to roles of your application.
  const groups = attributes.groups ?? []
  registration.roles = groups.includes('editors') ? ['editor'] : ['viewer']
}
`,
  samples: [
    { name: 'First login, with attributes', input: typical },
    {
      name: 'No attributes at all',
      input: {
        user: newUser('tomas@example.com'),
        registration: emptyRegistration,
        samlResponse: sparse,
      },
    },
    {
      name: 'An assertion without a list of attributes',
      input: {
        user: newUser('tomas@example.com'),
        registration: emptyRegistration,
        samlResponse: {
          ...sparse,
          assertion: { issuer: sparse.issuer, subject: sparse.assertion.subject },
        },
        context: {},
      },
    },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      arguments: {
        user: { firstName: 'Ingrid', lastName: 'Solberg' },
        registration: { roles: ['editor'] },
      },
    },
  },
  page: 'reconcile/samlv2-response-reconcile',
  sources: [
    'FusionAuth/fusionauth-site:astro/src/content/docs/extend/code/lambdas/_saml-response-fields.mdx',
  ],
})
