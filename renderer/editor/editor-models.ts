import type { editor } from 'monaco-editor/editor/editor.api'
import { loadMonaco, type Monaco } from './load-monaco.ts'

/** `javascript-text` has the colours of JavaScript and none of its checks. */
export type EditorLanguage = 'javascript' | 'javascript-text' | 'json'

const viewStates = new Map<string, editor.ICodeEditorViewState>()

/** The model of a document: one for each address, however many editors show it. */
export function modelOf(monaco: Monaco, address: string, language: EditorLanguage, text: string) {
  const uri = monaco.Uri.parse(address)
  const known = monaco.editor.getModel(uri)
  if (known) return known
  const model = monaco.editor.createModel(text, language, uri)
  model.updateOptions({ bracketColorizationOptions: plainBrackets })
  return model
}

/** A model that is only looked at: a language of its own colours a body without checking it. */
export function comparedModel(monaco: Monaco, text: string, language: EditorLanguage): editor.ITextModel {
  const model = monaco.editor.createModel(text, language === 'json' ? 'json-text' : 'javascript-text')
  model.updateOptions({ bracketColorizationOptions: plainBrackets })
  return model
}

const plainBrackets = { enabled: false, independentColorPoolPerBracketType: false }

/** Takes over a text that was changed elsewhere; undo still leads back. */
export function takeOver(model: editor.ITextModel, text: string): void {
  if (plain(model.getValue()) === plain(text)) return
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null)
}

/** Monaco makes line ends alike and takes a byte order mark off; neither is an edit. */
function plain(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
}

/** The column behind the word at a place; one further where there is no word. */
export function wordEnd(model: editor.ITextModel, line: number, column: number): number {
  const known = line >= 1 && line <= model.getLineCount()
  return (known && model.getWordAtPosition({ lineNumber: line, column })?.endColumn) || column + 1
}

/** Remembers where the user was in a document. */
export function keepViewState(shown: editor.IStandaloneCodeEditor): void {
  const address = shown.getModel()?.uri.toString()
  const state = shown.saveViewState()
  if (address !== undefined && state) viewStates.set(address, state)
}

/** Shows a document where the user left it. */
export function showModel(shown: editor.IStandaloneCodeEditor, model: editor.ITextModel): void {
  if (shown.getModel() === model) return
  keepViewState(shown)
  shown.setModel(model)
  const state = viewStates.get(model.uri.toString())
  if (state) shown.restoreViewState(state)
}

/** Forgets the documents whose address begins so: their models, their undo and their places. */
export async function forgetModels(prefix: string): Promise<void> {
  const isMeant = (address: string): boolean => address.startsWith(prefix)
  const monaco = await loadMonaco()
  // Only now: an editor that showed one of them until a moment ago has left it, and noted where the user was.
  for (const address of [...viewStates.keys()].filter(isMeant)) viewStates.delete(address)
  for (const model of monaco.editor.getModels()) if (isMeant(model.uri.toString())) model.dispose()
}
