import type { editor } from 'monaco-editor/editor/editor.api'
import type { Problem, Severity } from '../../electron/contract/models/problem.ts'

/** Monaco's numbers for its severities; kept here so that this module needs no editor. */
const severities: Readonly<Record<Severity, number>> = { error: 8, warning: 4, info: 2 }

/** A problem as the editor marks it: one character where only its start is known. */
export function toMarker(problem: Problem): editor.IMarkerData {
  const { line, column, endLine = line, endColumn = column + 1 } = problem
  return {
    severity: severities[problem.severity],
    message: problem.hint === undefined ? problem.message : `${problem.message}\n${problem.hint}`,
    code: problem.code,
    source: 'Lambda Studio',
    startLineNumber: line,
    startColumn: column,
    endLineNumber: endLine,
    endColumn,
  }
}
