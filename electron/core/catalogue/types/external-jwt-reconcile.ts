import { parameter } from '../parameters.ts'
import { emptyRegistration, newUser } from '../samples/federated.ts'
import { loginSeconds } from '../samples/people.ts'
import { oidcClaims } from '../shapes/oidc-claims.ts'
import { identityProviderType } from './identity-provider.ts'

const typical = {
  user: newUser('ingrid.solberg@example.com'),
  registration: emptyRegistration,
  jwt: {
    iss: 'https://legacy.partner.example',
    sub: 'ing-20417',
    aud: 'northwind',
    iat: loginSeconds,
    exp: loginSeconds + 600,
    email: 'ingrid.solberg@example.com',
    given_name: 'Ingrid',
    family_name: 'Solberg',
    permissions: ['orders:read', 'orders:write'],
  },
  context: {},
}

export const externalJwtReconcile = identityProviderType({
  type: 'ExternalJWTReconcile',
  provider: 'External JWT',
  purpose: 'Fills the user and the registration from the JWT of an external provider.',
  since: '1.17.0',
  payload: [parameter('jwt', 'read-only', oidcClaims, "Claims of the external provider's JWT.")],
  quirks: ['FusionAuth ships no default lambda for this type.'],
  template: `// The claims are whatever the external provider puts into its token.
/** @type {LambdaFunction} */
function reconcile(user, registration, jwt, context) {
  user.firstName = jwt.given_name ?? user.firstName
  user.lastName = jwt.family_name ?? user.lastName

  // Turn the provider's permissions into roles of your application.
  const permissions = Array.isArray(jwt.permissions) ? jwt.permissions : []
  registration.roles = permissions.includes('orders:write') ? ['editor'] : ['viewer']
}
`,
  samples: [
    { name: 'A token with permissions', input: typical },
    {
      name: 'A token with a subject alone',
      input: {
        user: newUser('tomas@example.com'),
        registration: {},
        jwt: { iss: 'https://legacy.partner.example', sub: 'tom-77', exp: loginSeconds + 600 },
      },
    },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      arguments: { user: { lastName: 'Solberg' }, registration: { roles: ['editor'] } },
    },
  },
  page: 'reconcile/external-jwt-reconcile',
})
