import type { PlainMessageKey } from '../../messages/translate.ts'
import type { CaseRow } from './cases-store.ts'

interface KindLook {
  readonly icon: string
  readonly label: PlainMessageKey
  readonly class: string
}

const looks: Readonly<Record<CaseRow['kind'] | 'scratch', KindLook>> = {
  scratch: { icon: 'i-lucide-braces', label: 'case.kind.scratch', class: 'text-muted' },
  example: { icon: 'i-lucide-file-input', label: 'case.kind.example', class: 'text-muted' },
  expectation: { icon: 'i-lucide-circle', label: 'case.kind.expectation', class: 'text-muted' },
  property: { icon: 'i-lucide-dices', label: 'case.kind.property', class: 'text-muted' },
  broken: { icon: 'i-lucide-triangle-alert', label: 'case.kind.broken', class: 'text-changed' },
}

/** What a case is, before it was tested. */
export const kindLook = (kind: CaseRow['kind'] | 'scratch'): KindLook => looks[kind]
