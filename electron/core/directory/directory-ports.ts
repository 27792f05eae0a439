import type { Instance } from '../instance/instance.ts'
import type { Instances } from '../instance/instances.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { SandboxPool } from '../runs/sandbox-pool.ts'

/** What groups, members and users need. */
export interface DirectoryPorts {
  readonly instances: Pick<Instances, 'entry' | 'connect' | 'connectTo'>
  readonly jobs: Jobs
  readonly pool: () => SandboxPool
}

/** The same instance with its requests scoped to one tenant; null leaves it as it is. */
export function inTenant(ports: DirectoryPorts, instance: Instance, tenantId: string | null): Instance {
  if (tenantId === null || tenantId === instance.connection.tenantId) return instance
  return ports.instances.connectTo({ ...instance.connection, tenantId })
}

/** The same instance with its requests scoped to no tenant but the one that its key may be bound to. */
export function everywhere(ports: DirectoryPorts, instance: Instance): Instance {
  return ports.instances.connectTo({ ...instance.connection, tenantId: null })
}
