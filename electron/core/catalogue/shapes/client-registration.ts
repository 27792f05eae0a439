import { common } from './common.ts'
import { authenticationThreat, eventInfo } from './event-info.ts'
import type { Shape } from './shape.ts'

/** The result of CIMDClientRegistration. */
export const clientRegistrationResult: Shape = {
  name: 'ClientRegistrationResult',
  needs: [common],
  text: `/** Whether and how a client is registered; preset from the CIMD domain. */
interface ClientRegistrationResult {
  /** False refuses the client for this request and stores nothing; true by default. */
  allowed: boolean
  /** A JWT populate lambda for the client's tokens. One that does not exist refuses the client. */
  jwtPopulateLambdaId?: UUID
  /** What to do with provided scopes. Null refuses the client. */
  providedScopePolicy?: { [scope: string]: any }
  /** True deletes the registration; false by default. */
  revoke: boolean
  /** Custom scopes. Null refuses the client. */
  scopes?: any
  /** How long the registration is kept, in seconds: at least 15 minutes, at most what the domain allows. */
  ttlInSeconds?: number
}`,
}

/** The client's metadata document. */
export const clientMetadata: Shape = {
  name: 'ClientMetadata',
  needs: [],
  text: `/** The client's metadata document. */
interface ClientMetadata {
  /** URL of the document; it is the client id. */
  clientId?: string
  /** Host of \`clientId\`. */
  clientIdHost?: string
  /** Path of \`clientId\`. */
  clientIdPath?: string
  /** The client's name, as it says itself. */
  clientName?: string
  /** The client's home page. */
  clientUri?: string
  /** Host of \`clientUri\`. */
  clientUriHost?: string
  /** Path of \`clientUri\`. */
  clientUriPath?: string
  /** Where users may be sent back to. */
  redirectUris?: string[]
}`,
}

/** The context of CIMDClientRegistration: no services are documented. */
export const clientRegistrationContext: Shape = {
  name: 'ClientRegistrationContext',
  needs: [eventInfo, authenticationThreat],
  text: `/** Facts about the request. */
interface ClientRegistrationContext {
  /** What FusionAuth found suspicious. */
  authenticationThreats?: AuthenticationThreat[]
  /** Where the request came from. */
  eventInfo?: EventInfo
}`,
}
