import type { editor } from 'monaco-editor/editor/editor.api'

/** The words of a text that a colour of a palette is for, by Monaco's names of them. */
const tokens = {
  comment: ['comment'],
  keyword: ['keyword'],
  string: ['string'],
  number: ['number'],
  regexp: ['regexp'],
  type: ['type', 'type.identifier'],
  identifier: ['identifier'],
  delimiter: ['delimiter'],
  jsonKey: ['string.key.json'],
  jsonString: ['string.value.json'],
  jsonKeyword: ['keyword.json'],
} as const

/** The parts of the editor that a colour of a palette is for, by Monaco's names of them. */
const colors = {
  background: ['editor.background'],
  foreground: ['editor.foreground'],
  lineNumber: ['editorLineNumber.foreground'],
  currentLineNumber: ['editorLineNumber.activeForeground'],
  currentLine: ['editor.lineHighlightBackground'],
  currentLineBorder: ['editor.lineHighlightBorder'],
  selection: ['editor.selectionBackground'],
  unfocusedSelection: ['editor.inactiveSelectionBackground'],
  sameWord: ['editor.wordHighlightBackground'],
  guide: ['editorIndentGuide.background1'],
  currentGuide: ['editorIndentGuide.activeBackground1'],
  bracket: ['editorBracketMatch.background'],
  bracketLine: ['editorBracketMatch.border'],
  insertedLine: ['diffEditor.insertedLineBackground', 'diffEditorGutter.insertedLineBackground'],
  insertedText: ['diffEditor.insertedTextBackground'],
  removedLine: ['diffEditor.removedLineBackground', 'diffEditorGutter.removedLineBackground'],
  removedText: ['diffEditor.removedTextBackground'],
  noLine: ['diffEditor.diagonalFill'],
  unchanged: ['diffEditor.unchangedRegionBackground'],
  unchangedText: ['diffEditor.unchangedRegionForeground'],
  widget: ['editorWidget.background'],
  widgetLine: ['editorWidget.border'],
  suggestion: ['editorSuggestWidget.selectedBackground'],
  suggestionText: ['editorSuggestWidget.selectedForeground'],
  suggestionMatch: [
    'editorSuggestWidget.highlightForeground',
    'editorSuggestWidget.focusHighlightForeground',
  ],
  hover: ['list.hoverBackground'],
  unseen: ['editor.lineHighlightBorder', 'editorOverviewRuler.bracketMatchForeground'],
  unused: ['editorUnnecessaryCode.opacity'],
  focus: ['focusBorder'],
} as const

/** Colours as `#rrggbb` or `#rrggbbaa`; where one is left out, it is that of `base`. */
export interface Palette {
  readonly base: editor.BuiltinTheme
  readonly tokens: Readonly<Partial<Record<keyof typeof tokens, string>>>
  readonly colors: Readonly<Partial<Record<keyof typeof colors, string>>>
}

/** The theme that paints the editor with a palette. */
export function themeOf(palette: Palette): editor.IStandaloneThemeData {
  return {
    base: palette.base,
    inherit: true,
    rules: painted(tokens, palette.tokens).map(([token, color]) => ({
      token,
      foreground: color.slice(1),
      ...(token === 'comment' && { fontStyle: 'italic' }),
    })),
    colors: Object.fromEntries(painted(colors, palette.colors)),
  }
}

/** Each of Monaco's names with the colour that the palette has for it. */
function painted<Name extends string>(
  namesOf: Readonly<Record<Name, readonly string[]>>,
  palette: Readonly<Partial<Record<Name, string>>>,
): (readonly [name: string, color: string])[] {
  return (Object.keys(namesOf) as Name[]).flatMap((name) => {
    const color = palette[name]
    return color === undefined ? [] : namesOf[name].map((id) => [id, color] as const)
  })
}
