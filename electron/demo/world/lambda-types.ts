/**
 * Every value of `LambdaType` in FusionAuth 1.69.0, as its published clients have it.
 * The documentation of 2023 writes the four SCIM types without `Server`; no client and so no server has ever
 * had those names, and they are refused like any other unknown value.
 */
export const lambdaTypes = [
  'JWTPopulate',
  'OpenIDReconcile',
  'SAMLv2Reconcile',
  'SAMLv2Populate',
  'AppleReconcile',
  'ExternalJWTReconcile',
  'FacebookReconcile',
  'GoogleReconcile',
  'HYPRReconcile',
  'TwitterReconcile',
  'LDAPConnectorReconcile',
  'LinkedInReconcile',
  'EpicGamesReconcile',
  'NintendoReconcile',
  'SonyPSNReconcile',
  'SteamReconcile',
  'TwitchReconcile',
  'XboxReconcile',
  'ClientCredentialsJWTPopulate',
  'SCIMServerGroupRequestConverter',
  'SCIMServerGroupResponseConverter',
  'SCIMServerUserRequestConverter',
  'SCIMServerUserResponseConverter',
  'SelfServiceRegistrationValidation',
  'UserInfoPopulate',
  'LoginValidation',
  'MFARequirement',
] as const

export type LambdaType = (typeof lambdaTypes)[number]
