import { t, type PlainMessageKey } from '../../messages/translate.ts'
import type { CaseAction, CaseRow } from './cases-store.ts'

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

/** What can be done with a case; a broken one can neither be tested nor brought back once it is deleted. */
export function caseMenu({ kind }: { readonly kind: string }, act: (action: CaseAction) => void) {
  const broken = kind === 'broken'
  return [
    [
      {
        label: t('case.test'),
        icon: 'i-lucide-play',
        disabled: broken || kind === 'example',
        onSelect: () => act('test'),
      },
    ],
    [
      { label: t('case.rename'), icon: 'i-lucide-pencil', kbds: ['F2'], onSelect: () => act('rename') },
      { label: t('case.duplicate'), icon: 'i-lucide-copy', onSelect: () => act('duplicate') },
    ],
    [
      {
        label: t('case.delete'),
        icon: 'i-lucide-trash-2',
        color: 'error' as const,
        kbds: ['Del'],
        disabled: broken,
        onSelect: () => act('delete'),
      },
    ],
  ]
}
