import type { CaseResult } from '../../../electron/contract/models/test.ts'
import type { PlainMessageKey } from '../../messages/translate.ts'

/** How the status of a case shows: never by colour alone. */
export interface StatusLook {
  readonly icon: string
  readonly label: PlainMessageKey
  readonly class: string
}

const looks: Readonly<Record<CaseResult['status'], StatusLook>> = {
  passed: { icon: 'i-lucide-circle-check', label: 'test.passed', class: 'text-added' },
  failed: { icon: 'i-lucide-circle-x', label: 'test.failed', class: 'text-removed' },
  skipped: { icon: 'i-lucide-circle-dashed', label: 'test.skipped', class: 'text-dimmed' },
}

export const statusLook = (status: CaseResult['status']): StatusLook => looks[status]
