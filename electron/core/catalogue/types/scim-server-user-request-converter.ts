import { parameter } from '../parameters.ts'
import { tenantId } from '../samples/people.ts'
import { scimIngrid } from '../samples/scim.ts'
import { scimUser, scimUserOptions } from '../shapes/scim.ts'
import { user } from '../shapes/user.ts'
import { scimConverterType } from './scim-converter.ts'

const typical = { user: { data: {}, tenantId }, options: {}, scimUser: scimIngrid, context: {} }

export const scimServerUserRequestConverter = scimConverterType({
  resource: 'User',
  direction: 'Request',
  purpose: 'Turns a SCIM user that a client sends into a FusionAuth user.',
  parameters: [
    parameter('user', 'mutable', user, 'The FusionAuth user to fill in; its data is there.'),
    parameter('options', 'mutable', scimUserOptions, 'How to carry out the request.'),
    parameter(
      'scimUser',
      'read-only',
      scimUser,
      'The SCIM user as the client sent it (RFC 7643, 4.1), with its extensions.',
    ),
  ],
  tenantFields: ['scimUserRequestConverterId', 'scimEnterpriseUserRequestConverterId'],
  quirks: [
    'The documentation disagrees with itself on whether options may be changed; a report says that it has no effect (site issue 3454).',
  ],
  template: `// Fill the FusionAuth user from the SCIM user.
/** @type {LambdaFunction} */
function convert(user, options, scimUser, context) {
  user.username = scimUser.userName
  user.active = scimUser.active ?? true
  user.firstName = scimUser.name?.givenName
  user.lastName = scimUser.name?.familyName
  user.fullName = scimUser.name?.formatted

  // Prefer the address that the client marks as primary; there may be none at all.
  const emails = scimUser.emails ?? []
  user.email = (emails.find((email) => email.primary) ?? emails[0])?.value

  // The client asks for its own id again, so keep it.
  user.data = user.data ?? {}
  user.data.externalId = scimUser.externalId

  // An extension stands under its URN, if the client sends it.
  const enterprise = scimUser['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User']
  user.data.department = enterprise?.department
}
`,
  samples: [
    { name: 'A user of an HR system', input: typical },
    {
      name: 'A user name alone',
      input: {
        user: { data: {} },
        options: {},
        scimUser: { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'tomas' },
      },
    },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      arguments: {
        user: {
          email: 'ingrid.solberg@northwind.example',
          firstName: 'Ingrid',
          data: { externalId: 'hr-20417', department: 'Finance' },
        },
      },
    },
  },
  page: 'scim-user-request-converter',
})
