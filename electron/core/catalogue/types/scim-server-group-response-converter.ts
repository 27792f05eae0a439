import { parameter } from '../parameters.ts'
import { ingrid, tomas } from '../samples/people.ts'
import { editors } from '../samples/scim.ts'
import { group } from '../shapes/group.ts'
import { scimGroup } from '../shapes/scim.ts'
import { user } from '../shapes/user.ts'
import { scimConverterType } from './scim-converter.ts'

const outgoing = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], id: editors.id }

const typical = { scimGroup: outgoing, group: editors, members: [ingrid, tomas], context: {} }

export const scimServerGroupResponseConverter = scimConverterType({
  resource: 'Group',
  direction: 'Response',
  purpose: 'Turns a FusionAuth group into the SCIM group that a client gets.',
  parameters: [
    parameter('scimGroup', 'mutable', scimGroup, 'The SCIM group that is about to be sent.'),
    parameter('group', 'read-only', group, 'The FusionAuth group.'),
    parameter('members', 'read-only', user, 'The members, as the users that they are.', {
      typeText: 'User[]',
    }),
  ],
  tenantFields: ['scimGroupResponseConverterId'],
  quirks: ['The members are users here, while the request converter has memberships.'],
  template: `// Fill the SCIM group from the FusionAuth group.
/** @type {LambdaFunction} */
function convert(scimGroup, group, members, context) {
  scimGroup.displayName = group.name

  // The client's own id, as the request converter kept it.
  const externalId = group.data?.externalId
  if (externalId) {
    scimGroup.externalId = externalId
  }

  // Members are users here; not every user has a name.
  scimGroup.members = (members ?? []).map((member) => ({
    value: member.id,
    display: member.fullName ?? member.email ?? member.username,
  }))
}
`,
  samples: [
    { name: 'A group with two members', input: typical },
    {
      name: 'An empty group without data',
      input: { scimGroup: {}, group: { id: editors.id, name: 'Guests' }, members: [] },
    },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      arguments: {
        scimGroup: {
          displayName: 'Editors',
          externalId: 'hr-group-12',
          members: [
            { value: ingrid.id, display: 'Ingrid Solberg' },
            { value: tomas.id, display: 'tomas@example.com' },
          ],
        },
      },
    },
  },
  page: 'scim-group-response-converter',
})
