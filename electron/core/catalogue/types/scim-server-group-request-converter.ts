import { parameter } from '../parameters.ts'
import { ingrid, tenantId } from '../samples/people.ts'
import { userUri } from '../samples/scim.ts'
import { group } from '../shapes/group.ts'
import { scimGroup, scimGroupOptions } from '../shapes/scim.ts'
import { groupMember } from '../shapes/user-parts.ts'
import { scimConverterType } from './scim-converter.ts'

const schemas = ['urn:ietf:params:scim:schemas:core:2.0:Group']

const typical = {
  group: { data: {}, tenantId },
  members: [],
  options: { roleIds: [] },
  scimGroup: {
    schemas,
    displayName: 'Editors',
    externalId: 'hr-group-12',
    members: [{ value: ingrid.id, $ref: userUri(ingrid.id), display: 'Ingrid Solberg' }],
  },
  context: {},
}

export const scimServerGroupRequestConverter = scimConverterType({
  resource: 'Group',
  direction: 'Request',
  purpose: 'Turns a SCIM group that a client sends into a FusionAuth group with its members.',
  parameters: [
    parameter('group', 'mutable', group, 'The FusionAuth group to fill in.'),
    parameter('members', 'mutable', groupMember, 'The list to add the members to.', {
      typeText: 'GroupMember[]',
    }),
    parameter('options', 'mutable', scimGroupOptions, 'How to carry out the request.'),
    parameter('scimGroup', 'read-only', scimGroup, 'The SCIM group as the client sent it (RFC 7643, 4.2).'),
  ],
  tenantFields: ['scimGroupRequestConverterId'],
  quirks: ['The lambda is not told whether the group is created, replaced or changed.'],
  template: `// Fill the FusionAuth group from the SCIM group, and add its members to the list.
/** @type {LambdaFunction} */
function convert(group, members, options, scimGroup, context) {
  group.name = scimGroup.displayName

  // The client asks for its own id again, so keep it.
  if (scimGroup.externalId) {
    group.data = group.data ?? {}
    group.data.externalId = scimGroup.externalId
  }

  // A group may come without members.
  for (const member of scimGroup.members ?? []) {
    members.push({ userId: member.value, data: { $ref: member.$ref } })
  }
}
`,
  samples: [
    { name: 'A group with a member', input: typical },
    {
      name: 'A name alone',
      input: { group: {}, members: [], options: {}, scimGroup: { schemas, displayName: 'Guests' } },
    },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      arguments: {
        group: { name: 'Editors', data: { externalId: 'hr-group-12' } },
        members: [{ userId: ingrid.id }],
      },
    },
  },
  page: 'scim-group-request-converter',
})
