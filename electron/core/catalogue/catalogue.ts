import type { LambdaTypeInfo } from '../../contract/models/lambda-type.ts'
import { genericLambdaType } from './generic.ts'
import { appleReconcile } from './types/apple-reconcile.ts'
import { cimdClientRegistration } from './types/cimd-client-registration.ts'
import { clientCredentialsJwtPopulate } from './types/client-credentials-jwt-populate.ts'
import { epicGamesReconcile } from './types/epic-games-reconcile.ts'
import { externalJwtReconcile } from './types/external-jwt-reconcile.ts'
import { facebookReconcile } from './types/facebook-reconcile.ts'
import { googleReconcile } from './types/google-reconcile.ts'
import { hyprReconcile } from './types/hypr-reconcile.ts'
import { jwtPopulate } from './types/jwt-populate.ts'
import { ldapConnectorReconcile } from './types/ldap-connector-reconcile.ts'
import { linkedInReconcile } from './types/linked-in-reconcile.ts'
import { loginValidation } from './types/login-validation.ts'
import { mfaRequirement } from './types/mfa-requirement.ts'
import { nintendoReconcile } from './types/nintendo-reconcile.ts'
import { openIdReconcile } from './types/open-id-reconcile.ts'
import { samlV2Populate } from './types/saml-v2-populate.ts'
import { samlV2Reconcile } from './types/saml-v2-reconcile.ts'
import { scimServerGroupRequestConverter } from './types/scim-server-group-request-converter.ts'
import { scimServerGroupResponseConverter } from './types/scim-server-group-response-converter.ts'
import { scimServerUserRequestConverter } from './types/scim-server-user-request-converter.ts'
import { scimServerUserResponseConverter } from './types/scim-server-user-response-converter.ts'
import { selfServiceRegistrationValidation } from './types/self-service-registration-validation.ts'
import { sonyPsnReconcile } from './types/sony-psn-reconcile.ts'
import { steamReconcile } from './types/steam-reconcile.ts'
import { tokenExchangePolicy } from './types/token-exchange-policy.ts'
import { tokenExchangePopulate } from './types/token-exchange-populate.ts'
import { twitchReconcile } from './types/twitch-reconcile.ts'
import { twitterReconcile } from './types/twitter-reconcile.ts'
import { userInfoPopulate } from './types/user-info-populate.ts'
import { xboxReconcile } from './types/xbox-reconcile.ts'

/** Every lambda type that FusionAuth documents, family by family, the most used first. */
export const lambdaTypes: readonly LambdaTypeInfo[] = [
  jwtPopulate,
  userInfoPopulate,
  clientCredentialsJwtPopulate,
  tokenExchangePolicy,
  tokenExchangePopulate,
  samlV2Populate,
  openIdReconcile,
  samlV2Reconcile,
  externalJwtReconcile,
  googleReconcile,
  appleReconcile,
  facebookReconcile,
  linkedInReconcile,
  twitterReconcile,
  hyprReconcile,
  epicGamesReconcile,
  nintendoReconcile,
  sonyPsnReconcile,
  steamReconcile,
  twitchReconcile,
  xboxReconcile,
  ldapConnectorReconcile,
  scimServerUserRequestConverter,
  scimServerUserResponseConverter,
  scimServerGroupRequestConverter,
  scimServerGroupResponseConverter,
  loginValidation,
  mfaRequirement,
  selfServiceRegistrationValidation,
  cimdClientRegistration,
]

const byName = new Map(
  lambdaTypes.flatMap((info) => [info.type, ...info.aliases].map((name) => [name, info] as const)),
)

/** The type with this name, or with this other name of it; undefined where the catalogue has none. */
export function findLambdaType(nameOrAlias: string): LambdaTypeInfo | undefined {
  return byName.get(nameOrAlias)
}

/** As {@link findLambdaType}, with a generic type that is not `known` where the catalogue has none. */
export function describeLambdaType(name: string): LambdaTypeInfo {
  return findLambdaType(name) ?? genericLambdaType(name)
}
