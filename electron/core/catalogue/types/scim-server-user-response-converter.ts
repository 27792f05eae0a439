import { parameter, user } from '../parameters.ts'
import { ingrid, tomas } from '../samples/people.ts'
import { enterprise } from '../samples/scim.ts'
import { scimUser } from '../shapes/scim.ts'
import { scimConverterType } from './scim-converter.ts'

const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User']

const typical = {
  scimUser: { schemas, id: ingrid.id },
  user: { ...ingrid, data: { ...ingrid.data, externalId: 'hr-20417', department: 'Finance' } },
  context: {},
}

export const scimServerUserResponseConverter = scimConverterType({
  resource: 'User',
  direction: 'Response',
  purpose: 'Turns a FusionAuth user into the SCIM user that a client gets.',
  parameters: [
    parameter(
      'scimUser',
      'mutable',
      scimUser,
      'The SCIM user that is about to be sent; its schemas are there.',
    ),
    user,
  ],
  tenantFields: ['scimUserResponseConverterId', 'scimEnterpriseUserResponseConverterId'],
  quirks: ['Add the URN of an extension to scimUser.schemas when you add the extension.'],
  template: `// Fill the SCIM user from the FusionAuth user.
/** @type {LambdaFunction} */
function convert(scimUser, user, context) {
  scimUser.userName = user.username ?? user.email
  scimUser.active = user.active
  scimUser.name = { givenName: user.firstName, familyName: user.lastName, formatted: user.fullName }
  scimUser.emails = user.email ? [{ value: user.email, type: 'work', primary: true }] : []

  // The client's own id, as the request converter kept it.
  const externalId = user.data?.externalId
  if (externalId) {
    scimUser.externalId = externalId
  }

  // An extension needs its URN in schemas too.
  const department = user.data?.department
  if (department) {
    const enterprise = '${enterprise}'
    scimUser.schemas = [...(scimUser.schemas ?? []), enterprise]
    scimUser[enterprise] = { department }
  }
}
`,
  samples: [
    { name: 'An employee with a department', input: typical },
    {
      name: 'A user without names or data',
      input: { scimUser: { schemas, id: tomas.id }, user: tomas, context: {} },
    },
    { name: 'A SCIM user without schemas', input: { scimUser: {}, user: { id: tomas.id, active: false } } },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      arguments: {
        scimUser: {
          userName: 'ingrid',
          externalId: 'hr-20417',
          schemas: [...schemas, enterprise],
          [enterprise]: { department: 'Finance' },
        },
      },
    },
  },
  page: 'scim-user-response-converter',
})
