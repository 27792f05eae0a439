import { join } from 'node:path'
import type { StudioApi } from '../../electron/contract/api.ts'
import type { NewInstance } from '../../electron/contract/models/instance.ts'
import type { PlanEntry } from '../../electron/contract/models/sync.ts'
import type { OrderEntry, SyncAction, SyncReport } from '../../electron/contract/models/sync-order.ts'
import type { StudioPorts } from '../../electron/core/ports.ts'
import { fileCredentials } from '../../electron/core/credentials/file-credentials.ts'
import { startDemo, type Demo } from '../../electron/demo/start-demo.ts'
import { FaultProxy } from './fault-proxy.ts'
import { openWorkspace, temporaryFolder, type WorkspaceStudio } from './workspace-studio.ts'

/** A demo behind a proxy that can break things, and its keys. */
export interface FaultyInstance {
  readonly demo: Demo
  readonly proxy: FaultProxy
  readonly key: (scope: string) => string
  close(): Promise<void>
}

export async function startFaultyInstance(seed: number): Promise<FaultyInstance> {
  const demo = await startDemo({ port: 0, users: 20, seed })
  const proxy = await FaultProxy.start(demo.url)
  return {
    demo,
    proxy,
    key: (scope) => demo.keys.find((each) => each.scope === scope)!.key,
    close: async () => {
      await proxy.close()
      await demo.close()
    },
  }
}

/** A studio with a workspace, ready to have instances. */
export type SyncStudio = WorkspaceStudio & {
  /** Where the studio keeps keys. */
  readonly credentialsFile: string
}

export async function openSyncStudio(ports: Partial<StudioPorts> = {}): Promise<SyncStudio> {
  const credentialsFile = join(temporaryFolder(), 'keys', 'credentials.json')
  const studio = await openWorkspace({ credentials: fileCredentials(credentialsFile), ...ports })
  return { ...studio, credentialsFile }
}

/** Adds an instance named Dev with the id dev. */
export async function addInstance(
  { api }: Pick<SyncStudio, 'api'>,
  url: string,
  key: string,
  change: Partial<NewInstance> = {},
): Promise<void> {
  await api.instances.add({ id: 'dev', name: 'Dev', url, ...change }, key)
}

/** What a plan's kinds ask for in one direction. */
const actions: Readonly<Record<'push' | 'pull', Readonly<Record<string, SyncAction>>>> = {
  push: { push: 'push', 'create-remote': 'push', 'delete-remote': 'delete-remote', same: 'link' },
  pull: { pull: 'pull', 'create-local': 'pull', 'delete-local': 'delete-local', same: 'link' },
}

export function orderOf({ slug, id, seen }: PlanEntry, action: SyncAction): OrderEntry {
  return { slug, id, seen, action }
}

/** Plans, and carries out what goes one way, deletions too. */
export async function carryOut(
  api: StudioApi,
  direction: 'push' | 'pull',
  { instance = 'dev', overrideFailures = false, confirmation = null as string | null } = {},
): Promise<SyncReport> {
  const { entries } = await api.sync.plan(instance)
  const wanted = entries.flatMap((entry) => {
    const action = actions[direction][entry.kind]
    return action && entry.reason !== 'in-step' ? orderOf(entry, action) : []
  })
  return apply(api, wanted, { instance, overrideFailures, confirmation })
}

export async function apply(
  api: StudioApi,
  entries: OrderEntry[],
  { instance = 'dev', overrideFailures = false, confirmation = null as string | null } = {},
): Promise<SyncReport> {
  const { jobId } = await api.sync.apply({ instance, entries, overrideFailures, confirmation })
  return api.sync.finish(jobId)
}

/** How many entries of a plan are of each kind. */
export async function kindsOf(api: StudioApi, instance = 'dev'): Promise<Record<string, number>> {
  const { entries } = await api.sync.plan(instance)
  const groups = Object.groupBy(entries, ({ kind }) => kind)
  return Object.fromEntries(Object.entries(groups).map(([kind, found]) => [kind, found.length]))
}

/** How many results have each outcome and code. */
export function outcomesOf({ results }: Pick<SyncReport, 'results'>): Record<string, number> {
  const groups = Object.groupBy(results, ({ outcome, code }) =>
    code === null ? outcome : `${outcome} ${code}`,
  )
  return Object.fromEntries(Object.entries(groups).map(([name, found]) => [name, found!.length]))
}
