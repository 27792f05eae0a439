import type { InstanceInfo } from '../../../electron/contract/models/instance.ts'
import type { PushFailure, SyncOrder, SyncReport } from '../../../electron/contract/models/sync-order.ts'
import { orderEntryOf, type ChosenEntry } from './plan-entries.ts'

/** What the user said before a push or pull. */
export interface Consent {
  /** What was typed for the name of the instance. */
  readonly typed: string
  readonly override: boolean
}

/** Whether the user said all that the protection of an instance asks for before it is written to. */
export function isAllowed({ name, protection }: InstanceInfo, typed: string): boolean {
  return protection === 'none' || (protection === 'confirm' && typed === name)
}

export function orderOf(
  { id, protection }: InstanceInfo,
  chosen: readonly ChosenEntry[],
  { typed, override }: Consent,
): SyncOrder {
  return {
    instance: id,
    entries: chosen.map(orderEntryOf),
    overrideFailures: override,
    confirmation: protection === 'confirm' ? typed : null,
  }
}

/** What held a push back, where checks or cases did. */
export function failuresOf(report: SyncReport | undefined): readonly PushFailure[] {
  return report?.failures ?? []
}
