import type { Shape } from './shape.ts'

/** A directory's attributes; only those that the connector asks for are there. */
export const ldapAttributes: Shape = {
  name: 'LDAPAttributes',
  needs: [],
  text: `/** Attributes of the user's directory entry, as far as the connector asks for them. */
interface LDAPAttributes {
  /** Common name. */
  cn?: string
  /** The entry's id, where the directory has one that is not binary. */
  entryUUID?: string
  /** First name. */
  givenName?: string
  /** E-mail address. */
  mail?: string
  /** Active Directory's id of the entry, as Base64: see FusionAuth.ActiveDirectory.b64GuidToString. */
  'objectGUID;binary'?: string
  /** Last name. */
  sn?: string
  /** Login name. */
  uid?: string
  /** Login name in Active Directory, like an e-mail address. */
  userPrincipalName?: string
  /** A text, or a list of texts for an attribute with several values; with \`;binary\` in its name, Base64. */
  [attribute: string]: any
}`,
}
