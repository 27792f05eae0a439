import { z } from 'zod'
import type { StudioApi } from '../../contract/api.ts'
import { checked, type CheckedApi } from '../../contract/checked.ts'
import { promotionOrder, promotionRequest } from '../../contract/models/promotion.ts'
import { entryReference } from '../../contract/models/sync.ts'
import { syncOrder } from '../../contract/models/sync-order.ts'
import type { EmitEvent } from '../../contract/transport.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { Sync, type SyncPorts } from './sync.ts'
import { SyncJobs } from './sync-jobs.ts'

/** What the calls need of the studio. */
interface SyncCallPorts extends Omit<SyncPorts, 'jobs'> {
  readonly jobs: Jobs
  readonly emit: EmitEvent
}

/** The calls that keep workspace and instances in step. Callers inside the process get their defaults here. */
export function syncCalls(ports: SyncCallPorts): Pick<CheckedApi<StudioApi>, 'sync'> {
  const jobs = new SyncJobs(ports.jobs, ports.emit)
  const sync = new Sync({ ...ports, jobs })
  const id = z.string().min(1)
  const confirmation = z.string().nullable()
  return {
    sync: {
      plan: checked([id], (instance) => sync.plan(instance)),
      difference: checked([id, entryReference], (instance, entry) => sync.difference(instance, entry)),
      differences: checked([id], (instance) => sync.differences(instance)),
      apply: checked([syncOrder], async (order) => ({ jobId: await sync.apply(syncOrder.parse(order)) })),
      read: checked([id], (jobId) => Promise.resolve(jobs.read(jobId))),
      finish: checked([id], (jobId) => jobs.finish(jobId)),
      undoable: checked([], () => sync.undoable()),
      undo: checked([z.uuid(), confirmation], async (jobId, typed) => ({
        jobId: await sync.undo(jobId, typed),
      })),
      planPromotion: checked([promotionRequest], (request) =>
        sync.planPromotion(promotionRequest.parse(request)),
      ),
      promote: checked([promotionOrder], async (order) => ({
        jobId: await sync.promote(promotionOrder.parse(order)),
      })),
    },
  }
}
