import { languages } from 'monaco-editor/editor/editor.api'
import { createTokenizationSupport } from 'monaco-editor/languages/features/json/tokenization'

/** The colours of the editors' languages without their checks, for texts that are only compared. */
export function registerComparedLanguages(): void {
  languages.register({ id: 'javascript-text' })
  languages.register({ id: 'json-text' })
  languages.setMonarchTokensProvider(
    'javascript-text',
    import('monaco-editor/languages/definitions/javascript/javascript').then(({ language }) => language),
  )
  languages.setTokensProvider('json-text', createTokenizationSupport(false))
}
