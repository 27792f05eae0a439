import { parameter } from '../parameters.ts'
import { emptyRegistration, newUser } from '../samples/federated.ts'
import { linkedInUser } from '../shapes/provider-users.ts'
import { identityProviderType } from './identity-provider.ts'

const typical = {
  user: newUser('ingrid.solberg@example.com'),
  registration: emptyRegistration,
  linkedInUser: {
    sub: 'mR2k8Wq_bX',
    email: 'ingrid.solberg@example.com',
    given_name: 'Ingrid',
    family_name: 'Solberg',
    picture: 'https://cdn.example.com/avatars/ingrid.png',
  },
  context: {},
}

export const linkedInReconcile = identityProviderType({
  type: 'LinkedInReconcile',
  provider: 'LinkedIn',
  purpose: 'Fills the user and the registration from LinkedIn.',
  since: '1.23.0',
  payload: [
    parameter(
      'linkedInUser',
      'read-only',
      linkedInUser,
      'The user at LinkedIn, in the form of UserInfo for newer apps and of the Me and Email APIs for older ones.',
    ),
  ],
  quirks: [
    'The form depends on the age of your LinkedIn app, so look for both.',
    "FusionAuth's own default lambda has been shipped with escaped quotes that do not compile (issue 1296).",
  ],
  template: `// Newer LinkedIn apps answer in the form of OpenID Connect, older ones in LinkedIn's own form.
/** @type {LambdaFunction} */
function reconcile(user, registration, linkedInUser, context) {
  user.firstName = linkedInUser.given_name ?? linkedInUser.localizedFirstName ?? user.firstName
  user.lastName = linkedInUser.family_name ?? linkedInUser.localizedLastName ?? user.lastName
  user.imageUrl = linkedInUser.picture ?? largestPicture(linkedInUser) ?? user.imageUrl
}

/**
 * In the older form the sizes stand in a list from small to large.
 * @param {ReadOnly<LinkedInUser>} linkedInUser
 */
function largestPicture(linkedInUser) {
  const sizes = linkedInUser.profilePicture?.['displayImage~']?.elements ?? []
  return sizes[sizes.length - 1]?.identifiers?.[0]?.identifier
}
`,
  samples: [
    { name: 'The form of UserInfo', input: typical },
    {
      name: 'The older form',
      input: {
        user: newUser('ingrid.solberg@example.com'),
        registration: emptyRegistration,
        linkedInUser: {
          id: 'yrZCpj2Z12',
          localizedFirstName: 'Ingrid',
          localizedLastName: 'Solberg',
          profilePicture: {
            'displayImage~': {
              elements: [
                { identifiers: [{ identifier: 'https://cdn.example.com/avatars/ingrid-100.png' }] },
                { identifiers: [{ identifier: 'https://cdn.example.com/avatars/ingrid-800.png' }] },
              ],
            },
          },
        },
        context: {},
      },
    },
    {
      name: 'No picture and no names',
      input: { user: newUser('tomas@example.com'), registration: {}, linkedInUser: { sub: 'mR2k8Wq_bY' } },
    },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      arguments: { user: { firstName: 'Ingrid', imageUrl: 'https://cdn.example.com/avatars/ingrid.png' } },
    },
  },
  page: 'reconcile/linkedin-reconcile',
})
