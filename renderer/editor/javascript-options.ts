import { ScriptTarget } from 'monaco-editor/languages/features/typescript/register'

/** What FusionAuth's engine takes, for TypeScript: ES2021, no page and no Node around it. */
export const compilerOptions = {
  allowJs: true,
  checkJs: true,
  noEmit: true,
  // Monaco's list of targets ends here; what the engine has is said by `lib`.
  target: ScriptTarget.ES2020,
  lib: ['lib.es2021.d.ts'],
  types: [],
  strictNullChecks: true,
  noImplicitAny: false,
  noImplicitThis: false,
}

export const diagnosticsOptions = {
  onlyVisible: true,
  diagnosticCodesToIgnore: [
    // "The return type of an async function must be Promise": the type was put there by the studio.
    1064,
    // "File is a CommonJS module; it may be converted to an ES module."
    80001,
  ],
}
