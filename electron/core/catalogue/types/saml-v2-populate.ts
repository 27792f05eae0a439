import { defineLambdaType } from '../define.ts'
import { context, parameter, registration, user } from '../parameters.ts'
import { ingrid, ingridsRegistration, issuer, tomas } from '../samples/people.ts'
import { samlResponse as responseOf } from '../samples/saml.ts'
import { samlResponse } from '../shapes/saml-response.ts'

/** A response of FusionAuth to a service provider, before a lambda sees it. */
const responseFor = (email: string) =>
  responseOf({
    email,
    attributes: {},
    from: `${issuer}/samlv2/northwind`,
    to: 'https://wiki.example/saml/metadata',
    recipient: 'https://wiki.example/saml/acs',
  })

const typical = {
  samlResponse: responseFor(ingrid.email),
  user: ingrid,
  registration: ingridsRegistration,
  context: {},
}

/** Source of the rules: FusionAuth's page on the SAML v2 populate lambda. */
export const samlV2Populate = defineLambdaType({
  type: 'SAMLv2Populate',
  displayName: 'SAML v2 Populate',
  family: 'SAML',
  purpose: 'Adds attributes to the SAML v2 response that FusionAuth sends to a service provider.',
  runsWhen:
    'Before a SAML v2 response is sent to a service provider for which FusionAuth is the identity provider.',
  notRunWhen: [],
  functionName: 'populate',
  parameters: [
    parameter('samlResponse', 'mutable', samlResponse, 'The response that is about to be sent.'),
    user,
    registration,
    context,
  ],
  reserved: [],
  rules: [],
  returnValue: 'ignored',
  consequences: {
    completed: {
      code: 'response-populated',
      message: 'FusionAuth sends the response as it is kept here.',
    },
    threw: {
      code: 'response-not-populated',
      message:
        'The event log gets an Error entry and the lambda does not complete the response; what the user sees is not documented.',
    },
  },
  since: '1.6.0',
  licence: null,
  assignedAt: [
    {
      object: 'application',
      apiField: 'application.lambdaConfiguration.samlv2PopulateId',
      ui: 'Applications > SAML > Populate lambda',
    },
  ],
  quirks: [
    'The value of an attribute must be a list of strings, also when there is one value.',
    'FusionAuth advises against a change of nameIDs, inResponseTo and confirmation.method.',
  ],
  template: `// Every attribute of the assertion is a list of strings, also when there is one value.
/** @type {LambdaFunction} */
function populate(samlResponse, user, registration, context) {
  const assertion = samlResponse.assertion
  if (!assertion) {
    return
  }

  const attributes = assertion.attributes ?? {}
  assertion.attributes = attributes

  // Leave an attribute out rather than send an empty one.
  if (user.email) attributes.email = [user.email]
  if (user.firstName) attributes.firstName = [user.firstName]
  if (user.lastName) attributes.lastName = [user.lastName]
  attributes.roles = [...(registration?.roles ?? [])]
}
`,
  samples: [
    { name: 'A registered user', input: typical },
    {
      name: 'A user without names, data or roles',
      input: { samlResponse: responseFor(tomas.email), user: tomas, registration: {}, context: {} },
    },
    {
      name: 'A response without a list of attributes',
      input: {
        samlResponse: { ...responseFor(tomas.email), assertion: { issuer } },
        user: tomas,
        registration: ingridsRegistration,
      },
    },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      arguments: {
        samlResponse: {
          assertion: { attributes: { email: ['ingrid.solberg@example.com'], roles: ['editor', 'viewer'] } },
        },
      },
    },
  },
  page: 'samlv2-response-populate',
  sources: [
    'FusionAuth/fusionauth-site:astro/src/content/docs/extend/code/lambdas/_saml-response-fields.mdx',
  ],
})
