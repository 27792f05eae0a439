import { parameter } from '../parameters.ts'
import { emptyRegistration, newUser } from '../samples/federated.ts'
import { googleIdToken } from '../shapes/provider-users.ts'
import { identityProviderType } from './identity-provider.ts'

const typical = {
  user: newUser('ingrid.solberg@northwind.example'),
  registration: emptyRegistration,
  idToken: {
    sub: '112904876653201948723',
    email: 'ingrid.solberg@northwind.example',
    email_verified: true,
    given_name: 'Ingrid',
    family_name: 'Solberg',
    name: 'Ingrid Solberg',
    picture: 'https://cdn.example.com/avatars/ingrid.png',
    locale: 'nb',
    hd: 'northwind.example',
  },
  context: {},
}

export const googleReconcile = identityProviderType({
  type: 'GoogleReconcile',
  provider: 'Google',
  purpose: "Fills the user and the registration from Google's Token Info API.",
  since: '1.17.0',
  payload: [parameter('idToken', 'read-only', googleIdToken, "The answer of Google's Token Info API.")],
  template: `// idToken.hd names the user's Google Workspace; a personal account has none.
/** @type {LambdaFunction} */
function reconcile(user, registration, idToken, context) {
  user.firstName = idToken.given_name ?? user.firstName
  user.lastName = idToken.family_name ?? user.lastName
  user.fullName = idToken.name ?? user.fullName
  user.imageUrl = idToken.picture ?? user.imageUrl

  // Colleagues get another role than guests.
  registration.roles = idToken.hd === 'northwind.example' ? ['employee'] : ['guest']
}
`,
  samples: [
    { name: 'An account of a Google Workspace', input: typical },
    {
      name: 'A personal account with little in it',
      input: {
        user: newUser('tomas@example.com'),
        registration: {},
        idToken: { sub: '104417220913385560012', email: 'tomas@example.com' },
      },
    },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      arguments: { user: { firstName: 'Ingrid' }, registration: { roles: ['employee'] } },
    },
  },
  page: 'reconcile/google-reconcile',
})
