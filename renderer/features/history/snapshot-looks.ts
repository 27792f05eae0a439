import type { SnapshotReason } from '../../../electron/contract/models/history.ts'
import type { PlainMessageKey } from '../../messages/translate.ts'

/** Before what a snapshot was taken. */
export const snapshotLooks: Readonly<Record<SnapshotReason, { icon: string; label: PlainMessageKey }>> = {
  save: { icon: 'i-lucide-save', label: 'history.beforeSave' },
  restore: { icon: 'i-lucide-archive-restore', label: 'history.beforeRestore' },
  pull: { icon: 'i-lucide-arrow-down-to-line', label: 'history.beforePull' },
  push: { icon: 'i-lucide-arrow-up-from-line', label: 'history.beforePush' },
}
