import type { InstanceInfo } from '../../../electron/contract/models/instance.ts'
import { usualChoice, type ChosenEntry, type Direction } from './plan-entries.ts'

/**
 * Whether a push or pull is to be looked at before it is carried out: where it writes to a protected instance, deletes,
 * writes over what the other side changed or brings both together, or leaves out text that is only in the page.
 */
export function asksFirst(
  direction: Direction,
  { protection }: Pick<InstanceInfo, 'protection'>,
  chosen: readonly ChosenEntry[],
  unsaved: ReadonlySet<string>,
): boolean {
  if (direction === 'push' && protection !== 'none') return true
  return chosen.some(
    ({ entry, action }) => action !== usualChoice(entry) || (entry.slug !== null && unsaved.has(entry.slug)),
  )
}
