import type { editor, IRange, languages } from 'monaco-editor/editor/editor.api'
import type { Problem, ProblemFix } from '../../electron/contract/models/problem.ts'
import { useCommands } from '../commands/commands-store.ts'
import { hostTitle } from '../messages/host-text.ts'
import { t } from '../messages/translate.ts'

/** The editor's own command that shows what is written about a code. */
export const showCheckPage = 'studio.showCheckPage'

/** The problems that a model shows, and the text that they were found in. */
const shown = new WeakMap<
  editor.ITextModel,
  { readonly text: string; readonly problems: readonly Problem[] }
>()

/** Remembers what a model shows, so that a correction can be offered where one is known. */
export function rememberProblems(model: editor.ITextModel, problems: readonly Problem[]): void {
  shown.set(model, { text: model.getValue(), problems })
}

/**
 * Offers the corrections of the checks as quick fixes, for as long as the text is the one they were found in, and
 * what is written about each problem.
 */
export const quickFixes: languages.CodeActionProvider = {
  provideCodeActions(model, range) {
    const known = shown.get(model)
    const current = known?.text === model.getValue() ? known.problems : []
    const touched = current.filter((problem) => touches(problem, range))
    const corrections = touched.flatMap(({ fix }) => (fix ? [toCodeAction(model, fix)] : []))
    const codes = new Set(touched.map(({ code }) => code))
    return { actions: [...corrections, ...[...codes].flatMap(explanation)], dispose: () => undefined }
  },
}

const touches = ({ line }: Problem, { startLineNumber, endLineNumber }: IRange): boolean =>
  line >= startLineNumber && line <= endLineNumber

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
  return { title: hostTitle(fix), kind: 'quickfix', isPreferred: true, edit: { edits: [edit] } }
}

function explanation(code: string): languages.CodeAction[] {
  if (!useCommands().applies('help.checks', code)) return []
  const title = t('problem.about', { code })
  return [{ title, kind: 'quickfix', command: { id: showCheckPage, title, arguments: [code] } }]
}
