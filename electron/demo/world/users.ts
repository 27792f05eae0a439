import type { User } from './models.ts'
import { Table } from './table.ts'

/** Users, found by id, e-mail address and username; the latter two are unique within a tenant. */
export class Users extends Table<User> {
  readonly #byEmail = new NamesByTenant()
  readonly #byUsername = new NamesByTenant()

  override put(user: User): User {
    this.#forgetNames(this.get(user.id))
    this.#byEmail.set(user.tenantId, user.email, user.id)
    this.#byUsername.set(user.tenantId, user.username, user.id)
    return super.put(user)
  }

  override delete(id: string): boolean {
    this.#forgetNames(this.get(id))
    return super.delete(id)
  }

  findByEmail(tenantId: string, email: string): User | undefined {
    return this.get(this.#byEmail.get(tenantId, email))
  }

  findByUsername(tenantId: string, username: string): User | undefined {
    return this.get(this.#byUsername.get(tenantId, username))
  }

  #forgetNames(user: User | undefined): void {
    if (!user) return
    this.#byEmail.delete(user.tenantId, user.email)
    this.#byUsername.delete(user.tenantId, user.username)
  }
}

/** Ids by tenant and name, without regard to case. */
class NamesByTenant {
  readonly #tenants = new Map<string, Map<string, string>>()

  get(tenantId: string, name: string): string | undefined {
    return this.#tenants.get(tenantId)?.get(name.toLowerCase())
  }

  set(tenantId: string, name: string | undefined, id: string): void {
    if (name === undefined) return
    const names = this.#tenants.get(tenantId) ?? new Map<string, string>()
    this.#tenants.set(tenantId, names.set(name.toLowerCase(), id))
  }

  delete(tenantId: string, name: string | undefined): void {
    if (name !== undefined) this.#tenants.get(tenantId)?.delete(name.toLowerCase())
  }
}
