import { t } from '../../messages/translate.ts'
import type { Misfit } from './type-change.ts'

/** A misfit in words for the user. */
export function misfitText(misfit: Misfit): string {
  switch (misfit.kind) {
    case 'function':
      return t('misfit.function', { has: misfit.has, wants: misfit.wants })
    case 'parameter':
      return t('misfit.parameter', { name: misfit.name })
    case 'order':
      return t('misfit.order', { wants: misfit.wants })
  }
}
