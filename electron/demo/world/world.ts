import { randomUUID } from 'node:crypto'
import { ApiKeys } from './api-keys.ts'
import { Members } from './members.ts'
import type { Application, Connector, EventLog, Group, IdentityProvider, Lambda, Tenant } from './models.ts'
import { Table } from './table.ts'
import { Users } from './users.ts'

/**
 * Everything the embedded instance knows. Each request changes it within one turn of the event loop, so that
 * two requests never see each other half done.
 */
export class World {
  readonly lambdas: Table<Lambda>
  readonly tenants: Table<Tenant>
  readonly applications: Table<Application>
  readonly identityProviders: Table<IdentityProvider>
  readonly connectors: Table<Connector>
  readonly groups: Table<Group>
  readonly members: Members
  readonly users: Users
  readonly apiKeys: ApiKeys
  readonly eventLogs: Table<EventLog>
  /** Called after every change; the one who saves sets it. */
  onChange: () => void = () => undefined
  #lastInstant = 0

  constructor() {
    const changed = (): void => this.onChange()
    this.lambdas = new Table(changed)
    this.tenants = new Table(changed)
    this.applications = new Table(changed)
    this.identityProviders = new Table(changed)
    this.connectors = new Table(changed)
    this.groups = new Table(changed)
    this.members = new Members(changed)
    this.users = new Users(changed)
    this.apiKeys = new ApiKeys(changed)
    this.eventLogs = new Table(changed)
  }

  /** The present instant. It never stands still, so that every update moves `lastUpdateInstant`. */
  now(): number {
    this.#lastInstant = Math.max(Date.now(), this.#lastInstant + 1)
    return this.#lastInstant
  }

  newId(): string {
    return randomUUID()
  }
}
