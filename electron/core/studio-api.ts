import type { StudioApi } from '../contract/api.ts'
import type { DirectoryApi } from '../contract/api/directory-api.ts'
import type { InstanceApi } from '../contract/api/instance-api.ts'
import type { JobApi } from '../contract/api/job-api.ts'
import type { LambdaRunApi } from '../contract/api/lambda-run-api.ts'
import type { ProgramApi } from '../contract/api/program-api.ts'
import type { TestApi } from '../contract/api/test-api.ts'
import type { WorkspaceApi } from '../contract/api/workspace-api.ts'
import { groupsOnDemand } from '../contract/groups-on-demand.ts'
import type { EmitEvent } from '../contract/transport.ts'
import type { Instances } from './instance/instances.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { StudioLog } from './log/studio-log.ts'
import type { SettingsStore, StudioPorts } from './ports.ts'
import type { SandboxPool } from './runs/sandbox-pool.ts'
import type { Settings } from './settings/settings.ts'
import type { OpenWorkspace } from './workspace/open-workspace.ts'

/** What the calls of one studio share. */
export interface StudioParts {
  readonly ports: StudioPorts
  readonly log: StudioLog
  readonly store: SettingsStore
  readonly settings: Settings
  readonly open: OpenWorkspace
  readonly jobs: Jobs
  readonly emit: EmitEvent
  readonly pool: () => SandboxPool
  readonly instances: () => Promise<Instances>
}

/** Every call of the studio; each group is loaded when it is first called. */
export function studioApi(parts: StudioParts): StudioApi {
  return { ...programApi(parts), ...workspaceApi(parts), ...runApi(parts), ...instanceApi(parts) }
}

function programApi({ ports, log, settings, jobs }: StudioParts): ProgramApi & JobApi {
  return {
    ...groupsOnDemand(['host'], async () => {
      const { hostCalls } = await import('./host/host-calls.ts')
      return hostCalls(ports, { settings, log })
    }),
    ...groupsOnDemand(['settings'], async () => {
      const { settingCalls } = await import('./settings/setting-calls.ts')
      return settingCalls(settings, ports.openPath)
    }),
    ...groupsOnDemand(['shell'], async () => {
      const { shellCalls } = await import('./shell/shell-calls.ts')
      return { shell: shellCalls(ports.shell) }
    }),
    ...groupsOnDemand(['jobs'], async () => {
      const { jobCalls } = await import('./jobs/job-calls.ts')
      return jobCalls(jobs)
    }),
  }
}

function workspaceApi({ ports, open }: StudioParts): WorkspaceApi & Pick<TestApi, 'cases'> {
  return {
    ...groupsOnDemand(['workspace', 'lambdas', 'history', 'drafts'], async () => {
      const { workspaceCalls } = await import('./workspace/workspace-calls.ts')
      return workspaceCalls(open, ports.startFolder)
    }),
    ...groupsOnDemand(['cases'], async () => {
      const { caseCalls } = await import('./cases/case-calls.ts')
      return { cases: caseCalls(open) }
    }),
  }
}

function runApi({ settings, open, jobs, emit, pool }: StudioParts): LambdaRunApi & Pick<TestApi, 'tests'> {
  return {
    ...groupsOnDemand(['types'], async () => (await import('./catalogue/type-calls.ts')).typeCalls),
    ...groupsOnDemand(['checks'], async () => (await import('./checks/check-calls.ts')).checkCalls),
    ...groupsOnDemand(['runs'], async () => {
      const { runCalls } = await import('./runs/run-calls.ts')
      return runCalls({ pool, settings })
    }),
    ...groupsOnDemand(['tests'], async () => {
      const { testCalls } = await import('./cases/test-calls.ts')
      return testCalls({ open, pool, jobs, emit })
    }),
  }
}

function instanceApi({ store, open, jobs, emit, pool, instances }: StudioParts): InstanceApi & DirectoryApi {
  return {
    ...groupsOnDemand(['instances'], async () => {
      const { instanceCalls } = await import('./instance/instance-calls.ts')
      return instanceCalls(await instances(), store)
    }),
    ...groupsOnDemand(['sync'], async () => {
      const { syncCalls } = await import('./sync/sync-calls.ts')
      return syncCalls({ open, instances: await instances(), jobs, emit, pool })
    }),
    ...groupsOnDemand(['assignments'], async () => {
      const { assignmentCalls } = await import('./assignments/assignment-calls.ts')
      return assignmentCalls({ open, instances: await instances() })
    }),
    ...groupsOnDemand(['eventLog'], async () => {
      const { eventLogCalls } = await import('./event-log/event-log-calls.ts')
      return eventLogCalls({ open, instances: await instances(), jobs, emit })
    }),
    ...groupsOnDemand(['groups', 'members', 'users'], async () => {
      const { directoryCalls } = await import('./directory/directory-calls.ts')
      return directoryCalls({ instances: await instances(), jobs, pool })
    }),
  }
}
