import { parameter } from '../parameters.ts'
import { emptyRegistration, newUser } from '../samples/federated.ts'
import { ingrid, ingridsRegistration, issuer, loginSeconds } from '../samples/people.ts'
import { oidcClaims } from '../shapes/oidc-claims.ts'
import { providerTokens } from '../shapes/provider-tokens.ts'
import { identityProviderType } from './identity-provider.ts'

const userInfo = {
  sub: '00u4k2v9xQbT7mZ1p5d7',
  email: 'ingrid.solberg@example.com',
  email_verified: true,
  given_name: 'Ingrid',
  family_name: 'Solberg',
  name: 'Ingrid Solberg',
  picture: 'https://cdn.example.com/avatars/ingrid.png',
  locale: 'nb-NO',
  groups: ['staff', 'editors'],
}

const typical = {
  user: newUser('ingrid.solberg@example.com'),
  registration: emptyRegistration,
  jwt: userInfo,
  id_token: {
    iss: 'https://id.partner.example',
    aud: 'northwind-web',
    iat: loginSeconds,
    exp: loginSeconds + 300,
    sub: userInfo.sub,
    nonce: 'n-0S6_WzA2Mj',
  },
  tokens: { access_token: 'sample-access-token', id_token: 'sample.id.token' },
  context: {},
}

export const openIdReconcile = identityProviderType({
  type: 'OpenIDReconcile',
  provider: 'OpenID Connect',
  purpose: 'Fills the user and the registration from the claims of an OpenID Connect provider.',
  since: '1.6.0',
  payload: [
    parameter('jwt', 'read-only', oidcClaims, "The answer of the provider's UserInfo endpoint."),
    parameter(
      'id_token',
      'read-only',
      oidcClaims,
      'Claims of the id token, if the provider sent one whose signature could be verified.',
      { since: '1.31.0', mayBeUndefined: true },
    ),
    parameter(
      'tokens',
      'read-only',
      providerTokens,
      "The provider's tokens as they came, for calls of its APIs with fetch.",
      { since: '1.48.0' },
    ),
  ],
  quirks: [
    'The parameter jwt is the UserInfo answer, not a token.',
    'It may run twice in one login: again when it changes the claim that links users and that matches one.',
    'An e-mail address or username may be made up before the user is linked (1.17.3 to 1.28.0, and again from 1.31.0), but only in the claim that links users.',
    'Before 1.48.0 an id token was verified only where it is signed with the client secret (HMAC).',
  ],
  template: `// jwt holds what the provider's UserInfo endpoint answered; copy what you want to keep.
/** @type {LambdaFunction} */
function reconcile(user, registration, jwt, id_token, tokens, context) {
  // Keep what FusionAuth already knows where the provider says nothing.
  user.firstName = jwt.given_name ?? user.firstName
  user.lastName = jwt.family_name ?? user.lastName
  user.fullName = jwt.name ?? user.fullName
  user.imageUrl = jwt.picture ?? user.imageUrl

  // Map the provider's groups to roles of your application, and only those that you know.
  const groups = Array.isArray(jwt.groups) ? jwt.groups : []
  registration.roles = groups.includes('editors') ? ['editor'] : ['viewer']

  // The user's id at the provider helps in support cases. id_token is not always there.
  user.data = user.data ?? {}
  user.data.providerSubject = id_token?.sub ?? jwt.sub
}
`,
  samples: [
    { name: 'First login, with groups', input: typical },
    {
      name: 'No id token, and few claims',
      input: {
        user: newUser('tomas@example.com'),
        registration: emptyRegistration,
        jwt: { sub: '00u9a8b7c6d5e4f3g2h1', email: 'tomas@example.com' },
        tokens: { access_token: 'sample-access-token' },
      },
    },
    {
      name: 'A returning user, who keeps a picture',
      input: {
        user: { ...ingrid, imageUrl: `${issuer}/pictures/ingrid.png` },
        registration: ingridsRegistration,
        jwt: { sub: userInfo.sub, email: userInfo.email, groups: 'staff' },
        tokens: { access_token: 'sample-access-token' },
        context: {},
      },
    },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      arguments: {
        user: { firstName: 'Ingrid', data: { providerSubject: userInfo.sub } },
        registration: { roles: ['editor'] },
      },
    },
  },
  page: 'reconcile/openid-connect-response-reconcile',
})
