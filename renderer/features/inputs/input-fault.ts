import type { ErrorData } from '../../../electron/contract/errors.ts'
import { t } from '../../messages/translate.ts'
import type { ParsedInput } from './parse-input.ts'

type Fault = Extract<ParsedInput, { ok: false }>

/** Why a run can't be sent, in words for the user. */
export function describeFault(
  { reason, place }: Fault,
  of: 'input' | 'case' = 'input',
): Pick<ErrorData, 'message' | 'hint'> {
  const isCase = of === 'case'
  switch (reason) {
    case 'empty':
      return isCase
        ? { message: t('case.empty'), hint: t('case.wrongHint') }
        : { message: t('input.empty'), hint: t('input.emptyHint') }
    case 'not-json':
      return {
        message: isCase ? t('case.notJson', { ...place }) : t('input.notJson', { ...place }),
        hint: isCase ? t('case.notJsonHint') : t('input.notJsonHint'),
      }
    case 'not-an-object':
      return isCase
        ? { message: t('case.notAnObject'), hint: t('case.wrongHint') }
        : { message: t('input.notAnObject'), hint: t('input.notAnObjectHint') }
  }
}
