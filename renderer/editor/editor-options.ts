import type { editor } from 'monaco-editor/editor/editor.api'
import { fontSizes, type EditorSettings } from './editor-settings.ts'

/** How every code editor of the studio behaves. */
export const editorOptions: editor.IStandaloneEditorConstructionOptions = {
  accessibilitySupport: 'auto',
  automaticLayout: true,
  // What is typed is what stands there: a closing bracket on a line of its own would otherwise come twice.
  autoClosingBrackets: 'never',
  autoClosingComments: 'never',
  contextmenu: true,
  fixedOverflowWidgets: true,
  folding: true,
  fontFamily: "'JetBrains Mono Variable', ui-monospace, monospace",
  fontLigatures: false,
  glyphMargin: false,
  hideCursorInOverviewRuler: true,
  links: false,
  lineDecorationsWidth: 10,
  lineNumbersMinChars: 3,
  occurrencesHighlight: 'singleFile',
  overviewRulerBorder: false,
  padding: { top: 10, bottom: 10 },
  renderFinalNewline: 'on',
  renderLineHighlight: 'line',
  scrollBeyondLastLine: false,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  stickyScroll: { enabled: false },
  suggest: { showWords: false },
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  unicodeHighlight: { ambiguousCharacters: true },
}

const lineHeight = 20 / fontSizes.usual

/** What the user's settings are to Monaco. */
export function chosenOptions({ fontSize, minimap, wordWrap }: EditorSettings): editor.IEditorOptions {
  return {
    fontSize,
    lineHeight: Math.round(fontSize * lineHeight),
    minimap: { enabled: minimap },
    wordWrap: wordWrap ? 'on' : 'off',
  }
}

/** What of Monaco moves, and does not for those who want nothing to. */
export function motionOptions(isReduced: boolean): editor.IEditorOptions {
  return { cursorBlinking: isReduced ? 'solid' : 'smooth', smoothScrolling: !isReduced }
}
