import { firstIssue } from '../../../electron/contract/checked.ts'
import type { ErrorData } from '../../../electron/contract/errors.ts'
import { caseFile, type CaseFile } from '../../../electron/contract/models/case.ts'
import { describeFault } from '../inputs/input-fault.ts'
import { parseInput, type Place } from '../inputs/parse-input.ts'
import { t } from '../../messages/translate.ts'

export type ParsedCase =
  | { readonly ok: true; readonly content: CaseFile }
  | { readonly ok: false; readonly fault: Pick<ErrorData, 'message' | 'hint'>; readonly place: Place }

/** Reads the text of a case, or says what is wrong with it and where. */
export function parseCase(text: string): ParsedCase {
  const parsed = parseInput(text)
  if (!parsed.ok) return { ok: false, fault: describeFault(parsed, 'case'), place: parsed.place }
  const checked = caseFile.safeParse(parsed.input)
  if (checked.success) return { ok: true, content: checked.data }
  const fault = { message: t('case.wrong', { issue: firstIssue(checked.error) }), hint: t('case.wrongHint') }
  return { ok: false, fault, place: placeOfKey(text, checked.error.issues[0]?.path ?? []) }
}

/** The case as text, as the studio writes it. */
export function formatCase(content: CaseFile): string {
  return `${JSON.stringify(content, null, 2)}\n`
}

/** Where the last key of a path stands, as far as the text can tell without being parsed again. */
function placeOfKey(text: string, path: readonly PropertyKey[]): Place {
  let offset = 0
  for (const key of path) {
    const found = typeof key === 'string' ? text.indexOf(JSON.stringify(key), offset) : offset
    if (found >= 0) offset = found
  }
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
