import type { World } from '../world/world.ts'

/** So many different values are remembered of each row's parts; beyond that they are hardly repeated. */
const mostRemembered = 10_000

interface Row {
  readonly tenantId?: string
  readonly groupId?: string
  readonly userId?: string
  readonly data?: unknown
  readonly preferredLanguages?: unknown
  readonly timezone?: unknown
  readonly registrations?: readonly Registration[]
}

interface Registration {
  readonly applicationId: string
  readonly roles: unknown
}

/**
 * Lets rows that are read share what is equal in them, as the rows of a new world do: the ids of what they belong
 * to, and parts such as roles and languages. Rows are never changed in place, so nobody notices but the memory.
 */
export class Sharing {
  readonly #world: World
  readonly #remembered = new Map<string, unknown>()

  constructor(world: World) {
    this.#world = world
  }

  row(row: Row): Row {
    const { tenants, groups, users } = this.#world
    return {
      ...row,
      ...(row.tenantId !== undefined && { tenantId: tenants.get(row.tenantId)?.id ?? row.tenantId }),
      ...(row.groupId !== undefined && { groupId: groups.get(row.groupId)?.id ?? row.groupId }),
      ...(row.userId !== undefined && { userId: users.get(row.userId)?.id ?? row.userId }),
      ...(row.data !== undefined && { data: this.#one(row.data) }),
      ...(row.preferredLanguages !== undefined && { preferredLanguages: this.#one(row.preferredLanguages) }),
      ...(row.timezone !== undefined && { timezone: this.#one(row.timezone) }),
      ...(row.registrations && {
        registrations: row.registrations.map((known) => this.#registration(known)),
      }),
    }
  }

  #registration(registration: Registration): Registration {
    const { applications } = this.#world
    const applicationId = applications.get(registration.applicationId)?.id ?? registration.applicationId
    return { ...registration, applicationId, roles: this.#one(registration.roles) }
  }

  /** The first value that was equal to this one. */
  #one(value: unknown): unknown {
    const text = JSON.stringify(value)
    const known = this.#remembered.get(text)
    if (known !== undefined) return known
    if (this.#remembered.size < mostRemembered) this.#remembered.set(text, value)
    return value
  }
}
