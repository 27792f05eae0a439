import type { PromotionEntry } from '../../../electron/contract/models/promotion.ts'
import type { EntryLook } from './entry-look.ts'
import { isInStep } from './promotion-entries.ts'

/** How an entry of a promotion shows. */
export function promotionLook(entry: PromotionEntry): EntryLook {
  switch (entry.target.kind) {
    case 'question':
      return { icon: 'i-lucide-circle-help', label: 'promote.question', class: 'text-changed' }
    case 'type-differs':
      return { icon: 'i-lucide-circle-x', label: 'promote.typeDiffers', class: 'text-removed' }
    case 'new':
      return { icon: 'i-lucide-circle-plus', label: 'promote.new', class: 'text-primary' }
    case 'known':
    case 'matched':
      return isInStep(entry)
        ? { icon: 'i-lucide-check', label: 'sync.inStep', class: 'text-muted' }
        : { icon: 'i-lucide-arrow-right', label: 'promote.differs', class: 'text-primary' }
  }
}
