import type { editor } from 'monaco-editor/editor/editor.api'

/** Lines with a background of their own, counted from 1. */
export interface LineBand {
  readonly line: number
  readonly endLine: number
  readonly class: string
}

/** Bands as the editor draws them. */
export function bandMarks(bands: readonly LineBand[]): editor.IModelDeltaDecoration[] {
  return bands.map(({ line, endLine, class: className }) => ({
    range: { startLineNumber: line, startColumn: 1, endLineNumber: endLine, endColumn: 1 },
    options: { isWholeLine: true, className },
  }))
}
