import type {
  AssignmentCandidates,
  AssignmentChange,
  AssignmentOutcome,
  LambdaThere,
  LambdaUsage,
} from '../models/assignment.ts'
import type { EventLogPage, EventLogQuery } from '../models/event-log.ts'
import type {
  InstanceAddress,
  InstanceChange,
  InstanceInfo,
  LambdaCriteria,
  NewInstance,
  ProbeReport,
  RemoteLambdaSummary,
} from '../models/instance.ts'
import type { PromotionOrder, PromotionPlan, PromotionRequest } from '../models/promotion.ts'
import type { EntryReference, SyncDifference, SyncPlan } from '../models/sync.ts'
import type { SyncOrder, SyncReport, UndoableJob } from '../models/sync-order.ts'

/** Instances, and what goes to them and comes from them. */
export interface InstanceApi {
  readonly instances: {
    /** The instances of the workspace. */
    list(): Promise<readonly InstanceInfo[]>
    /** Adds an instance to studio.json, and keeps its key with the host. */
    add(instance: NewInstance, key: string | null): Promise<InstanceInfo>
    edit(id: string, change: InstanceChange): Promise<InstanceInfo>
    /** Takes an instance off the workspace and forgets its key; the lambdas keep their ids there. */
    remove(id: string): Promise<void>
    /** Keeps another key, or none. The old one is never shown. */
    setKey(id: string, key: string | null): Promise<InstanceInfo>
    /** Agrees, or no longer, to keep keys in a file that only the user can read where the host has no vault. */
    agreeToKeysInFile(agreed: boolean): Promise<void>
    /** Finds out what an instance is and what its key may do; changes nothing there. */
    probe(id: string): Promise<ProbeReport>
    /** As `probe`, before the instance is added. */
    probeAddress(address: InstanceAddress, key: string | null): Promise<ProbeReport>
    /** Finds lambdas on an instance, whether the workspace has them or not. */
    findLambdas(id: string, criteria: LambdaCriteria): Promise<readonly RemoteLambdaSummary[]>
  }
  readonly sync: {
    /** Compares the workspace with an instance, lambda by lambda; writes nothing. */
    plan(instance: string): Promise<SyncPlan>
    /** Both sides of one entry of a plan as they are now, with what a merge would give. */
    difference(instance: string, entry: EntryReference): Promise<SyncDifference>
    /** As `difference`, of all entries whose sides are not the same. */
    differences(instance: string): Promise<readonly SyncDifference[]>
    /** Starts to carry out entries; results come as `sync.results`, progress and end as `jobs.changed`. */
    apply(order: SyncOrder): Promise<{ readonly jobId: string }>
    /** What a job has done so far; null where the job is not known. */
    read(jobId: string): Promise<SyncReport | null>
    /** Waits for the end of a job and gives its whole report. */
    finish(jobId: string): Promise<SyncReport>
    /** Jobs that can be taken back, the last first. */
    undoable(): Promise<readonly UndoableJob[]>
    /** Takes back what a job did to the lambdas that nobody changed since; a job like any other. */
    undo(jobId: string, confirmation: string | null): Promise<{ readonly jobId: string }>
    /** Compares two instances; writes nothing. */
    planPromotion(request: PromotionRequest): Promise<PromotionPlan>
    /** Starts to promote lambdas; a job as `apply` starts one. */
    promote(order: PromotionOrder): Promise<{ readonly jobId: string }>
  }
  readonly assignments: {
    /** Where a lambda of the workspace is used on an instance. */
    usage(instance: string, slug: string): Promise<LambdaUsage>
    /** The same of any lambda of the instance, whether the workspace has it or not. */
    usageThere(instance: string, lambda: LambdaThere): Promise<LambdaUsage>
    /** Where it may be assigned, and what is assigned there now. */
    candidates(instance: string, slug: string): Promise<AssignmentCandidates>
    /** Assigns a lambda, or takes one away. */
    assign(change: AssignmentChange): Promise<AssignmentOutcome>
  }
  readonly eventLog: {
    /** What lambdas left in the event log of an instance. */
    read(instance: string, query: EventLogQuery): Promise<EventLogPage>
    /** Tells new entries as `eventLog.entries` until the job is cancelled. */
    follow(instance: string, query: EventLogQuery): Promise<{ readonly jobId: string }>
  }
}
