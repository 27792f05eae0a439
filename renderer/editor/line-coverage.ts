import type { editor } from 'monaco-editor/editor/editor.api'

/** How often a line ran, counted from 1. */
export interface LineCoverage {
  readonly line: number
  readonly count: number
}

/** The marks beside the line numbers: which lines ran and which did not. */
export function coverageMarks(lines: readonly LineCoverage[]): editor.IModelDeltaDecoration[] {
  return lines.map(({ line, count }) => ({
    range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
    options: { linesDecorationsClassName: count > 0 ? 'studio-covered' : 'studio-uncovered' },
  }))
}
