import type { EffectiveRole, RoleSource } from '../../../electron/contract/models/directory-user.ts'
import { t } from '../../messages/translate.ts'

/** Where a role comes from, in words. */
export function sourceText(source: RoleSource): string {
  if (source.kind === 'group') return t('source.group', { name: source.groupName })
  return source.certain ? t('source.registration') : t('source.maybeRegistration')
}

/** Sources that the user can be told: a registration that may or may not give a role is said last. */
export function orderedSources({ sources }: EffectiveRole): readonly RoleSource[] {
  const doubt = (source: RoleSource): number => (source.kind === 'registration' && !source.certain ? 1 : 0)
  return sources.toSorted((one, other) => doubt(one) - doubt(other))
}
