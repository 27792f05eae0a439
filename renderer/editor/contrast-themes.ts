import type { editor } from 'monaco-editor/editor/editor.api'

type Theme = editor.IStandaloneThemeData

/** Monaco's own themes of high contrast, on the backgrounds of the shell's. */
export const contrastLightTheme: Theme = {
  base: 'hc-light',
  inherit: true,
  rules: [
    { token: 'comment', foreground: '374151', fontStyle: 'italic' },
    { token: 'keyword', foreground: '3b0aa8' },
    { token: 'string', foreground: '0a4a2e' },
    { token: 'number', foreground: '6b2d00' },
    { token: 'identifier', foreground: '000000' },
    { token: 'delimiter', foreground: '000000' },
  ],
  colors: {
    'editor.background': '#ffffff',
    'editor.foreground': '#000000',
    'editorLineNumber.foreground': '#3f3f46',
    'editorLineNumber.activeForeground': '#000000',
    'diffEditor.insertedTextBackground': '#bfe8cf',
    'diffEditor.removedTextBackground': '#f8ccd4',
    'editorUnnecessaryCode.opacity': '#000000e0',
    focusBorder: '#1d0a9c',
  },
}

export const contrastDarkTheme: Theme = {
  base: 'hc-black',
  inherit: true,
  rules: [
    { token: 'comment', foreground: 'c3d0c9', fontStyle: 'italic' },
    { token: 'keyword', foreground: 'd0c6ff' },
    { token: 'string', foreground: 'a6f0c6' },
    { token: 'number', foreground: 'ffd0a3' },
    { token: 'identifier', foreground: 'ffffff' },
    { token: 'delimiter', foreground: 'ffffff' },
  ],
  colors: {
    'editor.background': '#000000',
    'editor.foreground': '#ffffff',
    'editorLineNumber.foreground': '#d4d4d8',
    'editorLineNumber.activeForeground': '#ffffff',
    'diffEditor.insertedTextBackground': '#07301a',
    'diffEditor.removedTextBackground': '#450b19',
    'editorUnnecessaryCode.opacity': '#000000e0',
    focusBorder: '#ffd84d',
  },
}
