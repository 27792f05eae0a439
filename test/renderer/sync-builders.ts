import type { InstanceInfo, ProbeReport } from '../../electron/contract/models/instance.ts'
import type { PromotionEntry } from '../../electron/contract/models/promotion.ts'
import type { LambdaState, PlanEntry, SyncDifference, SyncPlan } from '../../electron/contract/models/sync.ts'
import type { SyncReport } from '../../electron/contract/models/sync-order.ts'

export function instance(fields: Partial<InstanceInfo> = {}): InstanceInfo {
  return {
    id: 'dev',
    name: 'Dev',
    url: 'http://localhost:9011',
    tenantId: null,
    protection: 'none',
    color: 'gray',
    hasKey: true,
    ...fields,
  }
}

export function probeReport(fields: Partial<ProbeReport> = {}): ProbeReport {
  return {
    outcome: 'ready',
    url: 'http://localhost:9011',
    problem: null,
    version: '1.69.0',
    permissions: [],
    tenantNeeded: false,
    tenants: [],
    licence: null,
    notes: [],
    latencyMs: 3,
    ...fields,
  }
}

export function planEntry(fields: Partial<PlanEntry> = {}): PlanEntry {
  return {
    slug: 'roles',
    id: '5f1e3a52-7c0b-4d5e-9a43-0d4b1f3c2a10',
    name: 'Roles',
    type: 'JWTPopulate',
    kind: 'push',
    reason: 'changed-here',
    message: 'Changed here since both sides were in step.',
    fields: ['body'],
    seen: { local: 'l1', remote: 'r1' },
    ...fields,
  }
}

export function plan(...entries: readonly PlanEntry[]): SyncPlan {
  return { instance: 'dev', at: '2026-01-01T00:00:00Z', entries, problems: [] }
}

export function state(fields: Partial<LambdaState> = {}): LambdaState {
  return { name: 'Roles', type: 'JWTPopulate', engineType: 'GraalJS', debug: false, body: 'a\n', ...fields }
}

export function difference(fields: Partial<SyncDifference> = {}): SyncDifference {
  return { entry: planEntry(), local: state(), remote: state(), base: state(), merge: null, ...fields }
}

export function syncReport(fields: Partial<SyncReport> = {}): SyncReport {
  return {
    jobId: 'job',
    instance: 'dev',
    state: 'done',
    results: [],
    failures: [],
    error: null,
    undoable: true,
    ...fields,
  }
}

export function promotionEntry(fields: Partial<PromotionEntry> = {}): PromotionEntry {
  return {
    slug: 'roles',
    name: 'Roles',
    type: 'JWTPopulate',
    fromId: '5f1e3a52-7c0b-4d5e-9a43-0d4b1f3c2a10',
    target: { kind: 'known', id: '9b1f7c64-1d2e-4f3a-8b5c-6d7e8f901234' },
    from: state(),
    to: state({ body: 'b\n' }),
    fields: ['body'],
    seen: { local: 'l1', remote: 'r1' },
    assignments: [],
    ...fields,
  }
}
