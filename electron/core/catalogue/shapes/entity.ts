import { common } from './common.ts'
import type { Shape } from './shape.ts'

/** FusionAuth's entity, and the permissions that a grant gives on others. */
export const entity: Shape = {
  name: 'Entity',
  needs: [common],
  text: `/** A FusionAuth entity: a device, a service, a company. Any field may be missing. */
interface Entity {
  /** Client id of the entity. */
  clientId?: string
  /** Client secret of the entity. Do not log it and do not put it into a token. */
  clientSecret?: string
  /** Your own data about the entity. */
  data?: CustomData
  /** The entity. */
  id?: UUID
  /** When it was made, in milliseconds. */
  insertInstant?: Instant
  /** Last change, in milliseconds. */
  lastUpdateInstant?: Instant
  /** The entity's name. */
  name?: string
  /** The entity that it belongs to. */
  parentId?: UUID
  /** The tenant. */
  tenantId?: UUID
  /** The entity's type. */
  type?: EntityType
}

/** What an entity is. */
interface EntityType {
  /** Your own data about the type. */
  data?: CustomData
  /** The type. */
  id?: UUID
  /** Tokens of entities of this type. */
  jwtConfiguration?: {
    /** Whether the type has settings of its own. */
    enabled?: boolean
    /** Lifetime of a token, in seconds. */
    timeToLiveInSeconds?: number
  }
  /** The type's name. */
  name?: string
  /** What may be granted on entities of this type. */
  permissions?: EntityPermission[]
}

/** Something that may be granted on an entity. */
interface EntityPermission {
  /** Your own data about the permission. */
  data?: CustomData
  /** What it allows. */
  description?: string
  /** The permission. */
  id?: UUID
  /** When it was made, in milliseconds. */
  insertInstant?: Instant
  /** Whether a grant has it unless it says otherwise. */
  isDefault?: boolean
  /** Last change, in milliseconds. */
  lastUpdateInstant?: Instant
  /** The permission's name. */
  name?: string
}

/** Names of granted permissions by the id of the entity that they are for. */
interface GrantedPermissions {
  [targetEntityId: string]: string[]
}`,
}
