import { defineLambdaType } from '../define.ts'
import { optionalRegistration, parameter, requestContext, user } from '../parameters.ts'
import { mayShrink, reservedClaims } from '../rules.ts'
import { ingrid, ingridsRegistration, tomas } from '../samples/people.ts'
import { accessTokenOf } from '../samples/tokens.ts'
import { tokenContext } from '../shapes/context.ts'
import { jwtClaims } from '../shapes/jwt-claims.ts'

const untouchable = ['amr', 'auth_time', 'cnf', 'gty', 'iat', 'sub', 'tid', 'tty']

const typical = {
  jwt: { ...accessTokenOf(ingrid), roles: ingridsRegistration.roles, preferred_username: 'ingrid' },
  user: ingrid,
  registration: ingridsRegistration,
  context: { scopes: ['openid', 'offline_access'] },
}

/** Source of the rules: FusionAuth's page on the JWT populate lambda. */
export const jwtPopulate = defineLambdaType({
  type: 'JWTPopulate',
  displayName: 'JWT Populate',
  family: 'Tokens',
  purpose: 'Adds claims to an access token or an id token, or takes claims out, before it is signed.',
  runsWhen:
    'Before an access token or id token is signed for a user: at login, in OAuth grants, at refresh and at registration. One lambda may serve both kinds of token.',
  notRunWhen: [
    'When POST /api/login is called without an applicationId.',
    'On some paths for users without a registration, before 1.65.0 (issues 2899 and 3327).',
  ],
  functionName: 'populate',
  parameters: [
    parameter('jwt', 'mutable', jwtClaims, 'Claims of the token that is about to be signed.'),
    user,
    optionalRegistration,
    requestContext(tokenContext, { since: '1.59.0' }),
  ],
  reserved: ['amr', 'auth_time', 'cnf', 'exp', 'gty', 'iat', 'sub', 'tid', 'tty'],
  rules: [
    ...reservedClaims('jwt', untouchable),
    mayShrink('/jwt/exp', 'A lambda may make a token expire sooner (since 1.59.0), never later.'),
  ],
  returnValue: 'ignored',
  consequences: {
    completed: {
      code: 'token-populated',
      message: 'FusionAuth signs the token with the claims as they are kept here.',
    },
    threw: {
      code: 'token-unchanged',
      message:
        'FusionAuth issues the token as if the lambda had not run and writes an Error entry to the event log; a caller of the API may get HTTP 512 instead.',
    },
  },
  since: '1.6.0',
  licence: null,
  assignedAt: [
    {
      object: 'application',
      apiField: 'application.lambdaConfiguration.accessTokenPopulateId',
      ui: 'Applications > JWT > Access Token populate lambda',
    },
    {
      object: 'application',
      apiField: 'application.lambdaConfiguration.idTokenPopulateId',
      ui: 'Applications > JWT > Id Token populate lambda',
    },
  ],
  quirks: [
    'The registration is undefined for a user who is not registered for the application.',
    'The header of the token cannot be changed.',
    'Before 1.14.0 aud, iss, email, roles and other claims were reserved too; tid joined the list in 1.36.0.',
    'The context has the services since 1.64.0; from 1.59.0 it had the scopes alone.',
  ],
  template: `// Everything that is set on jwt becomes a claim of the signed token.
/** @type {LambdaFunction} */
function populate(jwt, user, registration, context) {
  // A user who logs in without being registered for the application has no registration.
  jwt.roles = registration?.roles ?? []

  // Custom data may be missing altogether, so ask for it step by step.
  const plan = user.data?.plan
  if (plan) {
    jwt.plan = plan
  }
}
`,
  samples: [
    { name: 'A registered user', input: typical },
    {
      name: 'A user without a registration or data',
      input: { jwt: accessTokenOf(tomas), user: tomas, context: { scopes: ['openid'] } },
    },
    {
      name: 'A server before 1.59.0, which passes no context',
      input: { jwt: accessTokenOf(ingrid), user: ingrid, registration: ingridsRegistration },
    },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      arguments: { jwt: { roles: ['editor', 'viewer'], plan: 'team' } },
      absent: ['/jwt/costCentre'],
    },
  },
  page: 'jwt-populate',
})
