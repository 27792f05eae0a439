import ts from 'typescript'

const options: ts.CompilerOptions = {
  lib: ['lib.es2021.d.ts'],
  target: ts.ScriptTarget.ES2021,
  types: [],
  strict: true,
  allowJs: true,
  checkJs: true,
  noEmit: true,
}

const parsed = new Map<string, ts.SourceFile | undefined>()

/** What the compiler finds in files that see each other's globals. */
export function typeErrors(files: Readonly<Record<string, string>>): readonly string[] {
  return ts.getPreEmitDiagnostics(createProgram(files)).map(lineOf)
}

/** A program of files in memory, with the ES2021 library and no DOM, as the editor has it. */
export function createProgram(files: Readonly<Record<string, string>>): ts.Program {
  return ts.createProgram(Object.keys(files), options, hostOf(files))
}

/** Serves the given files from memory and the compiler's own library from disk, parsed once. */
function hostOf(files: Readonly<Record<string, string>>): ts.CompilerHost {
  const host = ts.createCompilerHost(options)
  return {
    ...host,
    fileExists: (name) => name in files || host.fileExists(name),
    getSourceFile: (name, target) => {
      const text = files[name]
      if (text !== undefined) return ts.createSourceFile(name, text, target)
      if (!parsed.has(name)) parsed.set(name, host.getSourceFile(name, target))
      return parsed.get(name)
    },
  }
}

function lineOf({ file, start, messageText }: ts.Diagnostic): string {
  const text = ts.flattenDiagnosticMessageText(messageText, ' ')
  if (!file || start === undefined) return text
  const { line } = file.getLineAndCharacterOfPosition(start)
  return `${file.fileName}:${line + 1} ${text}`
}

/** What an editor asks the compiler about one of several files that see each other's globals. */
export function languageService(files: Readonly<Record<string, string>>): ts.LanguageService {
  const host = hostOf(files)
  return ts.createLanguageService({
    ...host,
    getCompilationSettings: () => options,
    getScriptFileNames: () => Object.keys(files),
    getScriptVersion: () => '1',
    writeFile: () => undefined,
    getScriptSnapshot: (name) => {
      const text = files[name] ?? host.readFile(name)
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
    },
  })
}
