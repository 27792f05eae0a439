import type { editor, MarkerSeverity, Uri } from 'monaco-editor/editor/editor.api'
import type { Problem, Severity } from '../../electron/contract/models/problem.ts'
import { hostHint, hostMessage } from '../messages/host-text.ts'

type SeverityNames = Readonly<Record<'Error' | 'Warning' | 'Info', MarkerSeverity>>

const names = { error: 'Error', warning: 'Warning', info: 'Info' } as const satisfies Record<Severity, string>

/** What a marker takes from the editor that shows it. */
interface MarkerSurroundings {
  readonly severities: SeverityNames
  /** Where the word at a place ends. */
  readonly wordEnd: (line: number, column: number) => number
  /** The address of what is written about a code; undefined where there is nothing. */
  readonly pageOf: (code: string) => Uri | undefined
}

function textOf(problem: Problem): string {
  const message = hostMessage(problem)
  return problem.hint === undefined ? message : `${message}\n${hostHint(problem)}`
}

/** A problem as the editor marks it. */
export function toMarker(
  problem: Problem,
  { severities, wordEnd, pageOf }: MarkerSurroundings,
): editor.IMarkerData {
  const { line, column, endLine = line, endColumn = wordEnd(line, column) } = problem
  const target = pageOf(problem.code)
  return {
    severity: severities[names[problem.severity]],
    message: textOf(problem),
    code: target ? { value: problem.code, target } : problem.code,
    source: 'Lambda Studio',
    startLineNumber: line,
    startColumn: column,
    endLineNumber: endLine,
    endColumn,
  }
}
