import { flag, ids, optionalId, text, texts } from '../fields.ts'
import { canonicalization, choice, each, loginHint, part } from './parts.ts'

/** An application as a SAML v2 service provider. */
export const samlConfiguration = part({
  ...each(text, 'audience', 'callbackURL', 'issuer', 'logoutURL'),
  ...each(flag, 'debug', 'enabled', 'requireSignedRequests'),
  ...each(optionalId, 'defaultVerificationKeyId', 'keyId'),
  assertionEncryptionConfiguration: part({
    ...each(text, 'digestAlgorithm', 'encryptionAlgorithm', 'keyLocation'),
    ...each(text, 'keyTransportAlgorithm', 'maskGenerationFunction'),
    enabled: flag,
    keyTransportEncryptionKeyId: optionalId,
  }),
  authorizedRedirectURLs: texts,
  initiatedLogin: part({ enabled: flag, nameIdFormat: text }),
  loginHintConfiguration: loginHint,
  logout: part({
    ...each(optionalId, 'defaultVerificationKeyId', 'keyId'),
    behavior: choice('AllParticipants', 'OnlyOriginator'),
    requireSignedRequests: flag,
    singleLogout: part({
      enabled: flag,
      keyId: optionalId,
      url: text,
      xmlSignatureC14nMethod: canonicalization,
    }),
    verificationKeyIds: ids,
    xmlSignatureC14nMethod: canonicalization,
  }),
  verificationKeyIds: ids,
  xmlSignatureC14nMethod: canonicalization,
  xmlSignatureLocation: choice('Assertion', 'Response'),
})
