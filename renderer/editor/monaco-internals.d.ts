/** The parts of Monaco's TypeScript worker that the studio builds on; Monaco ships no types for them. */
declare module 'monaco-editor/internal/common/initialize' {
  export function initialize(create: (context: unknown, data: unknown) => object): void
}

declare module 'monaco-editor/languages/features/json/tokenization' {
  import type { languages } from 'monaco-editor/editor/editor.api'
  export function createTokenizationSupport(supportComments: boolean): languages.TokensProvider
}

declare module 'monaco-editor/languages/definitions/javascript/javascript' {
  import type { languages } from 'monaco-editor/editor/editor.api'
  export const language: languages.IMonarchLanguage
}

declare module 'monaco-editor/languages/features/typescript/lib/typescriptServices' {
  import type ts from 'typescript'
  export const typescript: typeof ts
}

declare module 'monaco-editor/languages/features/typescript/tsWorker' {
  import type {
    CodeFixAction,
    CompletionInfo,
    FormatCodeSettings,
    LanguageService,
    TextChange,
  } from 'typescript'

  /** A diagnostic as it leaves the worker; categories are TypeScript's: 0 a warning, 1 an error. */
  export interface WorkerDiagnostic {
    readonly code: number
    readonly category: number
    readonly start?: number
    readonly length?: number
  }

  export class TypeScriptWorker {
    constructor(context: unknown, data: unknown)
    protected _languageService: LanguageService
    protected readonly _extraLibs: Readonly<Record<string, { readonly content: string }>>
    protected _getModel(fileName: string): { getValue(): string; readonly version: number } | null
    protected _getScriptText(fileName: string): string | undefined
    getSemanticDiagnostics(fileName: string): Promise<WorkerDiagnostic[]>
    getCodeFixesAtPosition(
      fileName: string,
      start: number,
      end: number,
      errorCodes: number[],
      formatOptions: FormatCodeSettings,
    ): Promise<readonly CodeFixAction[]>
    getCompletionsAtPosition(fileName: string, offset: number): Promise<CompletionInfo | undefined>
    getFormattingEditsForDocument(fileName: string, options: FormatCodeSettings): Promise<TextChange[]>
    getScriptFileNames(): string[]
    getScriptVersion(fileName: string): string
    updateExtraLibs(libs: Readonly<Record<string, { readonly content: string }>>): Promise<void>
  }
}
