import type { JsonObject } from '../../contract/json.ts'
import type { LambdaType } from './lambda-types.ts'

/** Epoch milliseconds. */
type Instant = number

/** What FusionAuth stamps on everything it keeps. */
export interface Stamped {
  readonly id: string
  readonly insertInstant: Instant
  readonly lastUpdateInstant: Instant
}

export interface Lambda extends Stamped {
  readonly name: string
  readonly type: LambdaType
  readonly body: string
  readonly debug: boolean
  /** Without effect and deprecated, but still in FusionAuth's documented answer. */
  readonly enabled: boolean
  readonly engineType: 'GraalJS' | 'Nashorn'
}

export interface Role extends Stamped {
  readonly name: string
  readonly description?: string | undefined
  readonly isDefault: boolean
  readonly isSuperRole: boolean
}

/** A configuration object of which the demo only understands some fields and keeps the rest as it came. */
export interface Configured extends Stamped {
  readonly name: string
  readonly [field: string]: unknown
}

export interface Tenant extends Configured {
  readonly state: string
}

export interface Application extends Configured {
  readonly tenantId: string
  readonly active: boolean
  readonly state: string
  readonly roles: readonly Role[]
}

export interface IdentityProviderFields {
  readonly name: string
  readonly type: string
  readonly enabled: boolean
  readonly tenantId?: string | undefined
  readonly [field: string]: unknown
}

export interface IdentityProvider extends IdentityProviderFields, Stamped {}

export interface ConnectorFields {
  readonly name: string
  readonly type: string
  readonly [field: string]: unknown
}

export interface Connector extends ConnectorFields, Stamped {}

export interface Group extends Stamped {
  readonly tenantId: string
  readonly name: string
  readonly data?: JsonObject | undefined
  readonly roleIds: readonly string[]
}

export interface Member {
  readonly id: string
  readonly groupId: string
  readonly userId: string
  readonly data?: JsonObject | undefined
  readonly insertInstant: Instant
}

export interface Registration extends Stamped {
  readonly applicationId: string
  readonly username?: string | undefined
  readonly roles: readonly string[]
  readonly data?: JsonObject | undefined
  readonly preferredLanguages?: readonly string[] | undefined
  readonly timezone?: string | undefined
  readonly verified: boolean
  readonly lastLoginInstant?: Instant | undefined
}

/** The fields of a user that a request may set; all are optional in FusionAuth. */
export interface UserProfile {
  readonly birthDate?: string | undefined
  readonly data?: JsonObject | undefined
  readonly email?: string | undefined
  readonly expiry?: Instant | undefined
  readonly firstName?: string | undefined
  readonly fullName?: string | undefined
  readonly imageUrl?: string | undefined
  readonly lastName?: string | undefined
  readonly legacyIdentifier?: string | undefined
  readonly middleName?: string | undefined
  readonly mobilePhone?: string | undefined
  readonly parentEmail?: string | undefined
  readonly phoneNumber?: string | undefined
  readonly preferredLanguages?: readonly string[] | undefined
  readonly timezone?: string | undefined
  readonly username?: string | undefined
}

export interface User extends UserProfile, Stamped {
  readonly tenantId: string
  readonly active: boolean
  readonly verified: boolean
  readonly lastLoginInstant?: Instant | undefined
  readonly registrations: readonly Registration[]
}

export interface ApiKey extends Stamped {
  readonly key: string
  readonly name?: string | undefined
  /** Methods by endpoint; empty for a key that may call everything. */
  readonly endpoints: Readonly<Record<string, readonly string[]>>
  readonly tenantId?: string | undefined
  readonly keyManager: boolean
  readonly retrievable: boolean
  readonly expirationInstant?: Instant | undefined
  readonly attributes: Readonly<Record<string, string>>
}

export interface EventLog {
  readonly id: number
  readonly insertInstant: Instant
  readonly message: string
  readonly type: 'Information' | 'Debug' | 'Error'
}
