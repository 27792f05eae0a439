import { defineLambdaType } from '../define.ts'
import { context, parameter } from '../parameters.ts'
import { reservedClaims } from '../rules.ts'
import { entityToken, orderApi, reportService } from '../samples/entities.ts'
import { entity } from '../shapes/entity.ts'
import { jwtClaims } from '../shapes/jwt-claims.ts'

const reserved = ['amr', 'aud', 'cnf', 'exp', 'gty', 'iat', 'permissions', 'sub', 'tid', 'tty', 'use']

const typical = {
  jwt: entityToken,
  recipientEntity: reportService,
  targetEntities: [orderApi],
  permissions: { [orderApi.id]: ['read'] },
  context: {},
}

/** Source of the rules: FusionAuth's page on the client credentials JWT populate lambda. */
export const clientCredentialsJwtPopulate = defineLambdaType({
  type: 'ClientCredentialsJWTPopulate',
  displayName: 'Client Credentials JWT Populate',
  family: 'Tokens',
  purpose: "Adds claims to the access token of an entity, made by OAuth's client credentials grant.",
  runsWhen: 'Before the token of a client credentials grant is signed. No user takes part.',
  notRunWhen: [],
  functionName: 'populate',
  parameters: [
    parameter('jwt', 'mutable', jwtClaims, 'Claims of the token that is about to be signed.'),
    parameter('recipientEntity', 'read-only', entity, 'The entity that asked for the token.'),
    parameter('targetEntities', 'read-only', entity, 'The entities that the scope names as targets.', {
      typeText: 'Entity[]',
    }),
    parameter('permissions', 'read-only', entity, 'Granted permissions by the id of the target entity.', {
      typeText: 'GrantedPermissions',
    }),
    context,
  ],
  reserved,
  rules: reservedClaims('jwt', reserved),
  returnValue: 'ignored',
  consequences: {
    completed: {
      code: 'token-populated',
      message: 'FusionAuth signs the token with the claims as they are kept here.',
    },
    threw: {
      code: 'token-unchanged',
      message:
        'FusionAuth leaves the token as if the lambda had not run and writes an Error entry to the event log.',
    },
  },
  since: '1.28.0',
  licence: 'Entity management (a licensed feature; the plan is not documented with the lambda)',
  assignedAt: [
    {
      object: 'tenant',
      apiField: 'tenant.oauthConfiguration.clientCredentialsAccessTokenPopulateLambdaId',
      ui: 'Tenants > OAuth > Client credentials populate lambda',
    },
  ],
  quirks: [
    'targetEntities is documented as a list; its example could not be read, so a lambda had better accept one entity too.',
    'recipientEntity may carry the client secret: do not log it.',
    'The header of the token cannot be changed.',
  ],
  template: `// There is no user here: an entity asks for a token to call other entities.
/** @type {LambdaFunction} */
function populate(jwt, recipientEntity, targetEntities, permissions, context) {
  // Pick single fields. The whole entity holds its client secret, which must not end up in a token.
  jwt.client_name = recipientEntity.name ?? 'unknown'

  const region = recipientEntity.data?.region
  if (region) {
    jwt.region = region
  }
}
`,
  samples: [
    { name: 'One target with one permission', input: typical },
    {
      name: 'No target, no data and no permissions',
      input: {
        jwt: { ...entityToken, scope: '', permissions: {} },
        recipientEntity: { id: reportService.id, name: reportService.name },
        targetEntities: [],
        permissions: {},
      },
    },
  ],
  exampleCase: {
    input: typical,
    expect: {
      outcome: 'completed',
      arguments: { jwt: { client_name: 'Report service', region: 'eu-north' } },
      absent: ['/jwt/clientSecret'],
    },
  },
  page: 'client-credentials-jwt-populate',
  sources: [
    'FusionAuth/fusionauth-site:astro/src/content/json/lambdas/recipientEntity.json',
    'FusionAuth/fusionauth-site:astro/src/content/json/lambdas/entityPermissions.json',
  ],
})
