import type { editor, languages } from 'monaco-editor/editor/editor.api'
import type { Problem, ProblemFix } from '../../electron/contract/models/problem.ts'

/** The problems that a model shows, and the text that they were found in. */
const shown = new WeakMap<
  editor.ITextModel,
  { readonly text: string; readonly problems: readonly Problem[] }
>()

/** Remembers what a model shows, so that a correction can be offered where one is known. */
export function rememberProblems(model: editor.ITextModel, problems: readonly Problem[]): void {
  shown.set(model, { text: model.getValue(), problems })
}

/** Offers the corrections of the checks as quick fixes, for as long as the text is the one they were found in. */
export const quickFixes: languages.CodeActionProvider = {
  provideCodeActions(model, range) {
    const known = shown.get(model)
    const fixable = known?.text === model.getValue() ? known.problems : []
    const actions = fixable.flatMap((problem) => {
      const touches = problem.line >= range.startLineNumber && problem.line <= range.endLineNumber
      return problem.fix && touches ? [toCodeAction(model, problem.fix)] : []
    })
    return { actions, dispose: () => undefined }
  },
}

function toCodeAction(model: editor.ITextModel, fix: ProblemFix): languages.CodeAction {
  const start = model.getPositionAt(fix.start)
  const end = model.getPositionAt(fix.end)
  const range = {
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  }
  const edit = { resource: model.uri, versionId: model.getVersionId(), textEdit: { range, text: fix.text } }
  return { title: fix.title, kind: 'quickfix', isPreferred: true, edit: { edits: [edit] } }
}
