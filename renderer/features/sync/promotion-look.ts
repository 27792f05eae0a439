import type { PromotedAssignment, PromotionEntry } from '../../../electron/contract/models/promotion.ts'
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

const assignmentLooks = {
  matched: { icon: 'i-lucide-link', class: 'text-added', label: 'promote.assignMatched' },
  inStep: { icon: 'i-lucide-check', class: 'text-muted', label: 'promote.assignInStep' },
  question: { icon: 'i-lucide-circle-help', class: 'text-changed', label: 'promote.assignQuestion' },
  missing: { icon: 'i-lucide-circle-slash', class: 'text-changed', label: 'promote.assignMissing' },
} as const satisfies Readonly<Record<string, EntryLook>>

/** How a place shows where a lambda would be assigned that would have the id there. */
export function assignmentLook(assignment: PromotedAssignment, toId: string | null): EntryLook {
  const isInStep = assignment.kind === 'matched' && assignment.current !== null && assignment.current === toId
  return assignmentLooks[isInStep ? 'inStep' : assignment.kind]
}
