import { z } from 'zod'
import type { StudioApi } from '../../contract/api.ts'
import { checked, type CheckedApi } from '../../contract/checked.ts'
import {
  assignmentChange,
  lambdaThere,
  type AssignmentCandidates,
  type AssignmentOutcome,
  type LambdaUsage,
} from '../../contract/models/assignment.ts'
import { entryName } from '../../contract/models/slug.ts'
import { notOnInstance } from '../event-log/event-log-calls.ts'
import type { Instances } from '../instance/instances.ts'
import { listLambdas } from '../instance/lambdas.ts'
import { patchForm } from '../instance/server-features.ts'
import { readVersion } from '../instance/version.ts'
import { refuseUnconfirmed } from '../sync/protect.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { assignLambda } from './assign.ts'
import { findCandidates, findUsage } from './usage.ts'

/** What assigning needs of the studio. */
export interface AssignmentPorts {
  readonly open: OpenWorkspace
  readonly instances: Instances
}

/** The calls that tell where lambdas are used, and change it. */
export function assignmentCalls(ports: AssignmentPorts): Pick<CheckedApi<StudioApi>, 'assignments'> {
  const instance = z.string().min(1)
  return {
    assignments: {
      usage: checked([instance, entryName], (name, slug) => usage(ports, name, slug)),
      usageThere: checked([instance, lambdaThere], async (instanceId, lambda) =>
        findUsage(await ports.instances.connect(instanceId), { instanceId, ...lambda }),
      ),
      candidates: checked([instance, entryName], (name, slug) => candidates(ports, name, slug)),
      assign: checked([assignmentChange], (change) => assign(ports, assignmentChange.parse(change))),
    },
  }
}

/** @throws StudioError `not-on-instance` */
async function usage(
  { open, instances }: AssignmentPorts,
  instanceId: string,
  slug: string,
): Promise<LambdaUsage> {
  const { ids, type, name } = await open.get().read(slug)
  const id = ids[instanceId]
  if (id === undefined) throw notOnInstance(name, instanceId)
  return findUsage(await instances.connect(instanceId), { instanceId, id, type })
}

async function candidates(
  { open, instances }: AssignmentPorts,
  instanceId: string,
  slug: string,
): Promise<AssignmentCandidates> {
  const { type } = await open.get().read(slug)
  const instance = await instances.connect(instanceId)
  const names = new Map((await listLambdas(instance)).map(({ id, state }) => [id, state.name]))
  return findCandidates(instance, type, (id) => names.get(id) ?? null)
}

async function assign(
  { instances }: AssignmentPorts,
  change: z.output<typeof assignmentChange>,
): Promise<AssignmentOutcome> {
  refuseUnconfirmed(await instances.entry(change.instance), change.confirmation)
  const instance = await instances.connect(change.instance)
  return assignLambda(instance, change, patchForm(await readVersion(instance)))
}
