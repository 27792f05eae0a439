import { defineLambdaType } from '../define.ts'
import { context, parameter, registration, user } from '../parameters.ts'
import { reservedClaims } from '../rules.ts'
import { ingrid, ingridsRegistration, tenantId, tomas } from '../samples/people.ts'
import { accessTokenOf } from '../samples/tokens.ts'
import { jwtClaims } from '../shapes/jwt-claims.ts'
import { oidcClaims } from '../shapes/oidc-claims.ts'

const reserved = ['email', 'email_verified', 'phone_number_verified', 'sub', 'tid']

const typical = {
  userInfo: {
    sub: ingrid.id,
    email: ingrid.email,
    email_verified: true,
    given_name: 'Ingrid',
    family_name: 'Solberg',
    name: 'Ingrid Solberg',
    preferred_username: 'ingrid',
    tid: tenantId,
  },
  user: ingrid,
  registration: ingridsRegistration,
  jwt: accessTokenOf(ingrid),
  context: {},
}

/** Source of the rules: FusionAuth's page on the UserInfo populate lambda. */
export const userInfoPopulate = defineLambdaType({
  type: 'UserInfoPopulate',
  displayName: 'UserInfo Populate',
  family: 'Tokens',
  purpose: "Adds claims to the answer of OAuth's UserInfo endpoint, or takes claims out.",
  runsWhen: 'When the UserInfo endpoint builds its answer.',
  notRunWhen: [],
  functionName: 'populate',
  parameters: [
    parameter('userInfo', 'mutable', oidcClaims, 'Claims that the endpoint is about to answer.'),
    user,
    registration,
    parameter('jwt', 'read-only', jwtClaims, 'Claims of the access token that the caller showed.'),
    context,
  ],
  reserved,
  rules: reservedClaims('userInfo', reserved),
  returnValue: 'ignored',
  consequences: {
    completed: {
      code: 'user-info-populated',
      message: 'The endpoint answers with the claims as they are kept here.',
    },
    threw: {
      code: 'user-info-not-populated',
      message:
        'The event log gets an Error entry; by the general rule the answer stays as it was, or the caller gets HTTP 512.',
    },
  },
  since: '1.50.0',
  licence: null,
  assignedAt: [
    {
      object: 'application',
      apiField: 'application.lambdaConfiguration.userinfoPopulateId',
      ui: 'Applications > OAuth > UserInfo populate lambda',
    },
  ],
  quirks: [
    'phone_number_verified is reserved by the newest documentation, not by older ones.',
    'The registration is documented as always there; guard it all the same.',
  ],
  template: `// Everything that is set on userInfo is part of the endpoint's answer.
/** @type {LambdaFunction} */
function populate(userInfo, user, registration, jwt, context) {
  userInfo.roles = registration?.roles ?? []

  // Tell more only to a client that was granted the scope for it.
  const scopes = (jwt.scope ?? '').split(' ')
  if (scopes.includes('profile') && user.timezone) {
    userInfo.zoneinfo = user.timezone
  }
}
`,
  samples: [
    {
      name: 'A registered user, with the scope profile',
      input: { ...typical, jwt: { ...typical.jwt, scope: 'openid profile' } },
    },
    { name: 'A registered user', input: typical },
    {
      name: 'A user with nearly nothing',
      input: {
        userInfo: { sub: tomas.id, email: tomas.email, email_verified: false, tid: tenantId },
        user: tomas,
        registration: {},
        jwt: accessTokenOf(tomas),
      },
    },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      arguments: { userInfo: { roles: ['editor', 'viewer'] } },
      absent: ['/userInfo/zoneinfo'],
    },
  },
  page: 'userinfo-populate',
})
