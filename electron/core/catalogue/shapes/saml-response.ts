import { common } from './common.ts'
import type { Shape } from './shape.ts'

/** A parsed SAML v2 response; before 1.28.0 the subject held one `nameID`. */
export const samlResponse: Shape = {
  name: 'SAMLResponse',
  needs: [common],
  text: `/** A SAML v2 authentication response. */
interface SAMLResponse {
  /** What the identity provider says about the user. */
  assertion?: SAMLAssertion
  /** URL that the response is sent to. */
  destination?: string
  /** The response itself. */
  id?: string
  /** The request that it answers; missing when the identity provider began the login. */
  inResponseTo?: string
  /** When it was made, in milliseconds. */
  issueInstant?: Instant
  /** The identity provider's entity id. */
  issuer?: string
  /** Whether authentication succeeded. */
  status?: {
    /** \`Success\` in a good response. */
    code?: string
    /** More about a failure. */
    message?: string | null
  }
}

/** What an identity provider says about a user. */
interface SAMLAssertion {
  /** Attributes by name. The value is always a list of strings, also for a single value. */
  attributes?: { [name: string]: string[] }
  /** When and for whom the assertion is valid. */
  conditions?: {
    /** Entity ids of the service providers that it is for. */
    audiences?: string[]
    /** Not valid before, in milliseconds. */
    notBefore?: Instant
    /** Not valid from then on, in milliseconds. */
    notOnOrAfter?: Instant
  }
  /** The identity provider's entity id. */
  issuer?: string
  /** Whom it is about. */
  subject?: SAMLSubject
}

/** Whom an assertion is about. */
interface SAMLSubject {
  /** How the service provider may trust the subject. */
  confirmation?: {
    /** The request that it answers. */
    inResponseTo?: string
    /** \`Bearer\`. */
    method?: string
    /** Not valid before, in milliseconds. */
    notBefore?: Instant
    /** Not valid from then on, in milliseconds. */
    notOnOrAfter?: Instant
    /** URL that may receive it. */
    recipient?: string
  }
  /** Names of the user, each in one format. A list since 1.28.0. */
  nameIDs?: SAMLNameID[]
}

/** A name of the user. */
interface SAMLNameID {
  /** URN of the format, for example one for e-mail addresses. */
  format?: string
  /** The name. */
  id?: string
}`,
}
