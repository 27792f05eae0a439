import './monaco-features.ts'
import { jsonDefaults } from 'monaco-editor/languages/features/json/register'
import { javascriptDefaults } from 'monaco-editor/languages/features/typescript/register'
import { editor, languages, MarkerSeverity, Uri } from 'monaco-editor/editor/editor.api'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import JsonWorker from 'monaco-editor/languages/features/json/json.worker?worker'
import LambdaWorker from './lambda-worker.ts?worker'
import { registerComparedLanguages } from './compared-languages.ts'
import { checkPageOf, openCheckAddress, openCheckPage } from './check-links.ts'
import { compilerOptions, diagnosticsOptions } from './javascript-options.ts'
import { quickFixes, showCheckPage } from './problem-fixes.ts'
import { setSnippetScopes, snippetCompletions } from './snippet-completions.ts'
import { contrastDarkPalette, contrastLightPalette, darkPalette, lightPalette } from './palettes.ts'
import { themeOf } from './themes.ts'

self.MonacoEnvironment = {
  getWorker: (_module, label) => {
    if (label === 'javascript' || label === 'typescript') return new LambdaWorker()
    return label === 'json' ? new JsonWorker() : new EditorWorker()
  },
}

javascriptDefaults.setCompilerOptions(compilerOptions)
javascriptDefaults.setDiagnosticsOptions(diagnosticsOptions)

registerComparedLanguages()

editor.defineTheme('studio-light', themeOf(lightPalette))
editor.defineTheme('studio-dark', themeOf(darkPalette))
editor.defineTheme('studio-contrast-light', themeOf(contrastLightPalette))
editor.defineTheme('studio-contrast-dark', themeOf(contrastDarkPalette))

editor.registerLinkOpener({ open: openCheckAddress })
editor.registerCommand(showCheckPage, (_services, code: string) => void openCheckPage(code))
languages.registerCodeActionProvider('javascript', quickFixes)
languages.registerCompletionItemProvider('javascript', snippetCompletions)

export { checkPageOf, editor, javascriptDefaults, jsonDefaults, MarkerSeverity, setSnippetScopes, Uri }
