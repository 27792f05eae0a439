import { flag, integer, optionalId, text, texts } from '../fields.ts'
import { choice, each, mapOf } from './parts.ts'

/** The fields of the three types of connector: none of them means two things. */
export const connectorConfigurations = {
  ...each(text, 'authenticationURL', 'baseStructure', 'identifyingAttribute', 'loginIdAttribute'),
  ...each(text, 'httpAuthenticationPassword', 'httpAuthenticationUsername'),
  ...each(text, 'systemAccountDN', 'systemAccountPassword'),
  ...each(integer, 'connectTimeout', 'readTimeout'),
  debug: flag,
  headers: mapOf(text),
  requestedAttributes: texts,
  securityMethod: choice('None', 'LDAPS', 'StartTLS'),
  sslCertificateKeyId: optionalId,
}
