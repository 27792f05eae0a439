import { flag, ids, integer, object, optionalId, text, texts } from '../fields.ts'
import { canonicalization, choice, each, loginHint, mapOf, part } from './parts.ts'

const oauth2 = part({
  ...each(text, 'authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'issuer', 'scope'),
  ...each(text, 'client_id', 'client_secret', 'emailClaim', 'emailVerifiedClaim', 'uniqueIdClaim'),
  clientAuthenticationMethod: choice('none', 'client_secret_basic', 'client_secret_post'),
  usernameClaim: text,
})

/** What a provider is set up with, for all applications or for one of them. */
const setUp = {
  ...each(text, 'appId', 'bundleId', 'buttonImageURL', 'buttonText', 'client_id', 'client_secret'),
  ...each(text, 'consumerKey', 'consumerSecret', 'emailClaim', 'fields', 'permissions', 'scope'),
  ...each(text, 'relyingPartyApplicationId', 'relyingPartyURL', 'servicesId', 'teamId'),
  ...each(text, 'uniqueIdClaim', 'usernameClaim', 'webAPIKey'),
  apiMode: choice('Public', 'Partner'),
  keyId: optionalId,
  loginMethod: choice('UsePopup', 'UseRedirect', 'UseVendorJavaScript'),
  oauth2,
  properties: part(each(text, 'api', 'button')),
}

/** The fields of all sixteen types of identity provider: none of them means two things. */
export const identityProviderConfigurations = {
  ...setUp,
  ...each(text, 'headerKeyParameter', 'idpEndpoint', 'issuer', 'nameIdFormat', 'uniqueIdentityClaim'),
  ...each(optionalId, 'defaultKeyId', 'requestSigningKeyId'),
  ...each(flag, 'postRequest', 'signRequest', 'useNameIdForEmail'),
  applicationConfiguration: mapOf(
    part({ ...setUp, ...each(flag, 'createRegistration', 'enabled'), data: object }),
  ),
  assertionConfiguration: part({
    destination: part({ alternates: texts, policy: choice('Enabled', 'Disabled', 'AllowAlternates') }),
  }),
  assertionDecryptionConfiguration: part({ enabled: flag, keyTransportDecryptionKeyId: optionalId }),
  attributeMappings: mapOf(text),
  claimMap: mapOf(text),
  domains: texts,
  idpInitiatedConfiguration: part({ enabled: flag, issuer: text }),
  linkingStrategy: choice(
    'CreatePendingLink',
    'Disabled',
    'LinkAnonymously',
    'LinkByEmail',
    'LinkByEmailForExistingUser',
    'LinkByUsername',
    'LinkByUsernameForExistingUser',
    'Unsupported',
  ),
  loginHintConfiguration: loginHint,
  source: text,
  tenantConfiguration: mapOf(
    part({ data: object, limitUserLinkCount: part({ enabled: flag, maximumLinks: integer }) }),
  ),
  verificationKeyIds: ids,
  xmlSignatureC14nMethod: canonicalization,
}
