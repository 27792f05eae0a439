import type { World } from './world.ts'

/** The fields that hold the id of a lambda, and the type that the lambda must have there. */
export interface AssignmentField {
  readonly path: readonly [string, string]
  readonly type: string
}

export const applicationLambdas: readonly AssignmentField[] = [
  { path: ['lambdaConfiguration', 'accessTokenPopulateId'], type: 'JWTPopulate' },
  { path: ['lambdaConfiguration', 'idTokenPopulateId'], type: 'JWTPopulate' },
  { path: ['lambdaConfiguration', 'samlv2PopulateId'], type: 'SAMLv2Populate' },
  { path: ['lambdaConfiguration', 'userinfoPopulateId'], type: 'UserInfoPopulate' },
  {
    path: ['lambdaConfiguration', 'selfServiceRegistrationValidationId'],
    type: 'SelfServiceRegistrationValidation',
  },
  { path: ['lambdaConfiguration', 'multiFactorRequirementId'], type: 'MFARequirement' },
]

export const tenantLambdas: readonly AssignmentField[] = [
  { path: ['lambdaConfiguration', 'loginValidationId'], type: 'LoginValidation' },
  { path: ['lambdaConfiguration', 'multiFactorRequirementId'], type: 'MFARequirement' },
  { path: ['lambdaConfiguration', 'scimUserRequestConverterId'], type: 'SCIMServerUserRequestConverter' },
  {
    path: ['lambdaConfiguration', 'scimEnterpriseUserRequestConverterId'],
    type: 'SCIMServerUserRequestConverter',
  },
  { path: ['lambdaConfiguration', 'scimUserResponseConverterId'], type: 'SCIMServerUserResponseConverter' },
  {
    path: ['lambdaConfiguration', 'scimEnterpriseUserResponseConverterId'],
    type: 'SCIMServerUserResponseConverter',
  },
  { path: ['lambdaConfiguration', 'scimGroupRequestConverterId'], type: 'SCIMServerGroupRequestConverter' },
  { path: ['lambdaConfiguration', 'scimGroupResponseConverterId'], type: 'SCIMServerGroupResponseConverter' },
  {
    path: ['oauthConfiguration', 'clientCredentialsAccessTokenPopulateLambdaId'],
    type: 'ClientCredentialsJWTPopulate',
  },
]

/** The lambda type that an identity provider of each type reconciles with. */
export const reconcileTypes: Readonly<Record<string, string>> = {
  Apple: 'AppleReconcile',
  EpicGames: 'EpicGamesReconcile',
  ExternalJWT: 'ExternalJWTReconcile',
  Facebook: 'FacebookReconcile',
  Google: 'GoogleReconcile',
  HYPR: 'HYPRReconcile',
  LinkedIn: 'LinkedInReconcile',
  Nintendo: 'NintendoReconcile',
  OpenIDConnect: 'OpenIDReconcile',
  SAMLv2: 'SAMLv2Reconcile',
  SAMLv2IdPInitiated: 'SAMLv2Reconcile',
  SonyPSN: 'SonyPSNReconcile',
  Steam: 'SteamReconcile',
  Twitch: 'TwitchReconcile',
  Twitter: 'TwitterReconcile',
  Xbox: 'XboxReconcile',
}

export function reconcileLambda(type: string): readonly AssignmentField[] {
  return [{ path: ['lambdaConfiguration', 'reconcileId'], type }]
}

/** The id in an assignment field of an object; undefined where none is set. */
export function assignedId(owner: object, { path }: AssignmentField): string | undefined {
  const holder = (owner as Record<string, unknown>)[path[0]]
  if (typeof holder !== 'object' || holder === null) return undefined
  const id = (holder as Record<string, unknown>)[path[1]]
  return typeof id === 'string' ? id : undefined
}

/** The names of the objects that use a lambda. */
export function usersOfLambda(world: World, lambdaId: string): string[] {
  const owners: [string, { name: string }[], readonly AssignmentField[]][] = [
    ['application', world.applications.list(), applicationLambdas],
    ['tenant', world.tenants.list(), tenantLambdas],
    ['identity provider', world.identityProviders.list(), reconcileLambda('')],
    ['connector', world.connectors.list(), reconcileLambda('')],
  ]
  return owners.flatMap(([kind, objects, fields]) =>
    objects
      .filter((object) => fields.some((field) => assignedId(object, field) === lambdaId))
      .map(({ name }) => `${kind} ${name}`),
  )
}
