import type { editor, MarkerSeverity } from 'monaco-editor/editor/editor.api'
import type { Problem, Severity } from '../../electron/contract/models/problem.ts'

export type SeverityNames = Readonly<Record<'Error' | 'Warning' | 'Info', MarkerSeverity>>

const names = { error: 'Error', warning: 'Warning', info: 'Info' } as const satisfies Record<Severity, string>

/** A problem as the editor marks it; `wordEnd` answers where the word at a place ends. */
export function toMarker(
  problem: Problem,
  severities: SeverityNames,
  wordEnd: (line: number, column: number) => number,
): editor.IMarkerData {
  const { line, column, endLine = line, endColumn = wordEnd(line, column) } = problem
  return {
    severity: severities[names[problem.severity]],
    message: problem.hint === undefined ? problem.message : `${problem.message}\n${problem.hint}`,
    code: problem.code,
    source: 'Lambda Studio',
    startLineNumber: line,
    startColumn: column,
    endLineNumber: endLine,
    endColumn,
  }
}
