import type { JsonObject } from '../../../contract/json.ts'
import { issuer, loginInstant } from './people.ts'

const emailFormat = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'

/** A response of a partner's identity provider to FusionAuth, valid for five minutes from the login. */
export function partnerResponse(email: string, attributes: Record<string, string[]>) {
  return samlResponse({
    email,
    attributes,
    from: 'https://sso.partner.example/metadata',
    to: issuer,
    recipient: `${issuer}/samlv2/acs`,
  })
}

interface Parties {
  readonly email: string
  readonly attributes: Record<string, string[]>
  /** Entity id of the identity provider. */
  readonly from: string
  /** Entity id of the service provider. */
  readonly to: string
  /** URL that receives the response. */
  readonly recipient: string
}

/** A successful response that answers a request. */
export function samlResponse({ email, attributes, from, to, recipient }: Parties) {
  const inResponseTo = 'id4f1c2b3a59687'
  const notOnOrAfter = loginInstant + 300_000
  return {
    id: '_9b1deb4d3b7d4bad9bdd2b0d7b3dcb6d',
    destination: recipient,
    inResponseTo,
    issueInstant: loginInstant,
    issuer: from,
    status: { code: 'Success', message: null },
    assertion: {
      attributes,
      issuer: from,
      conditions: { audiences: [to], notBefore: loginInstant - 60_000, notOnOrAfter },
      subject: {
        nameIDs: [{ format: emailFormat, id: email }],
        confirmation: { inResponseTo, method: 'Bearer', notOnOrAfter, recipient },
      },
    },
  } satisfies JsonObject
}
