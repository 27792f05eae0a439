import { common } from './common.ts'
import type { Shape } from './shape.ts'

/** FusionAuth's group. */
export const group: Shape = {
  name: 'Group',
  needs: [common],
  text: `/** A FusionAuth group. Any field may be missing. */
interface Group {
  /** Your own data about the group. */
  data?: CustomData
  /** The group. */
  id?: UUID
  /** When it was made, in milliseconds. */
  insertInstant?: Instant
  /** Last change, in milliseconds. */
  lastUpdateInstant?: Instant
  /** The group's name. */
  name?: string
  /** Roles that the group's members have, by application id. */
  roles?: { [applicationId: string]: ApplicationRole[] }
  /** The tenant. */
  tenantId?: UUID
}

/** A role of an application. */
interface ApplicationRole {
  /** What it allows. */
  description?: string
  /** The role. */
  id?: UUID
  /** Whether a registration has it unless it says otherwise. */
  isDefault?: boolean
  /** Whether it stands for every other role. */
  isSuperRole?: boolean
  /** The role's name. */
  name?: string
}`,
}
