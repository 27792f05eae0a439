import type { EventLevel } from '../../../electron/contract/models/event-log.ts'
import type { PlainMessageKey } from '../../messages/translate.ts'

/** How a level of the event log shows: never by colour alone. */
export const levelLooks: Readonly<
  Record<EventLevel, { readonly icon: string; readonly label: PlainMessageKey; readonly class: string }>
> = {
  Information: { icon: 'i-lucide-info', label: 'eventLog.information', class: 'text-muted' },
  Debug: { icon: 'i-lucide-bug', label: 'eventLog.debug', class: 'text-muted' },
  Error: { icon: 'i-lucide-circle-x', label: 'eventLog.error', class: 'text-removed' },
}
