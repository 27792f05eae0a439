import { common } from './common.ts'
import { services } from './context.ts'
import { authenticationThreat, eventInfo } from './event-info.ts'
import type { Shape } from './shape.ts'

/** The result of MFARequirement. */
export const multiFactorResult: Shape = {
  name: 'MultiFactorResult',
  needs: [],
  text: `/** Whether to ask for a second factor. */
interface MultiFactorResult {
  /** Preset to FusionAuth's own decision. */
  required: boolean
  /** Send the event user.login.suspicious; for the action \`login\` alone. */
  sendSuspiciousLoginEvent?: boolean
}`,
}

/** The context of MFARequirement. */
export const multiFactorContext: Shape = {
  name: 'MultiFactorContext',
  needs: [common, services, eventInfo, authenticationThreat],
  text: `/** Facts about the request. Any of them may be missing. */
interface MultiFactorContext extends MultiFactorContextFacts {
  /** Since 1.64.0. */
  services: Services
}

/** The part of the context that an input holds; a run adds \`services.secrets.get(name)\` to it. */
interface MultiFactorContextFacts {
  /** The caller's access token, encoded. Do not log it. */
  accessToken?: string
  /** What the user is about to do. */
  action?: 'login' | 'changePassword' | 'stepUp'
  /** The application, when the request names one. */
  application?: { id?: UUID; name?: string; tenantId?: UUID; data?: CustomData; [field: string]: any }
  /** What FusionAuth found suspicious. */
  authenticationThreats?: AuthenticationThreat[]
  /** How the user logs in, for example \`PASSWORD\`. */
  authenticationType?: string
  /** FusionAuth's estimate of the client. Since a version between 1.65 and 1.69. */
  clientRisk?: {
    /** For example \`MEDIUM\` or \`HIGH\`. */
    status?: string
  }
  /** Where the request came from. */
  eventInfo?: EventInfo
  /** The trust that an earlier second factor left. */
  mfaTrust?: MultiFactorTrust
  /** What the tenant and the application ask for. */
  policies?: {
    /** The application's policy for logins. */
    applicationLoginPolicy?: 'Disabled' | 'Enabled' | 'Required'
    /** Which applications' trust the application accepts. */
    applicationMultiFactorTrustPolicy?: 'Any' | 'This' | 'None'
    /** The tenant's policy for logins. */
    tenantLoginPolicy?: 'Disabled' | 'Enabled' | 'Required'
  }
}

/** The trust that an earlier second factor left. */
interface MultiFactorTrust {
  /** The application that it was given for. */
  applicationId?: UUID
  /** Your own attributes. */
  attributes?: { [name: string]: string }
  /** When it ends, in milliseconds. */
  expirationInstant?: Instant
  /** The trust itself. */
  id?: string
  /** When it was given, in milliseconds. */
  insertInstant?: Instant
  /** Since when it holds. */
  startInstants?: {
    /** By application id, in milliseconds. */
    applications?: { [applicationId: string]: Instant }
    /** For the tenant, in milliseconds. */
    tenant?: Instant
  }
  /** State that the caller of the API gave. */
  state?: { [name: string]: any }
  /** The tenant. */
  tenantId?: UUID
  /** The user. */
  userId?: UUID
}`,
}
