import type { ErrorData } from '../../../electron/contract/errors.ts'
import { t } from '../../messages/translate.ts'
import type { ParsedInput } from './parse-input.ts'

type Fault = Extract<ParsedInput, { ok: false }>

/** Why a run can't be sent, in words for the user. */
export function describeFault({ reason, place }: Fault): Pick<ErrorData, 'message' | 'hint'> {
  switch (reason) {
    case 'empty':
      return { message: t('input.empty'), hint: t('input.emptyHint') }
    case 'not-json':
      return { message: t('input.notJson', { ...place }), hint: t('input.notJsonHint') }
    case 'not-an-object':
      return { message: t('input.notAnObject'), hint: t('input.notAnObjectHint') }
  }
}
