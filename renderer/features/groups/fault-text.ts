import { t } from '../../messages/translate.ts'
import type { faultOfData } from './group-draft.ts'

/** Why a text is not the data of a group or member, in words for the user. */
export function faultText(fault: NonNullable<ReturnType<typeof faultOfData>>): string {
  return fault === 'not-json' ? t('data.notJson') : t('data.notAnObject')
}
