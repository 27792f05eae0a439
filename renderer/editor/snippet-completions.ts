import { languages, type editor } from 'monaco-editor/editor/editor.api'
import { t } from '../messages/translate.ts'
import { snippetsFor, type Snippet, type SnippetScope } from './snippets.ts'

let scopes: Readonly<Record<string, SnippetScope>> = {}

/** Tells what each open lambda is, by the address of its body. */
export function setSnippetScopes(next: Readonly<Record<string, SnippetScope>>): void {
  scopes = next
}

/** Offers snippets at the beginning of a line, where a statement may stand. */
export const snippetCompletions: languages.CompletionItemProvider = {
  provideCompletionItems(model, position) {
    const word = model.getWordUntilPosition(position)
    const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1)
    if (!/^\s*[\w-]*$/.test(before)) return { suggestions: [] }
    const range = {
      startLineNumber: position.lineNumber,
      endLineNumber: position.lineNumber,
      startColumn: before.length - before.trimStart().length + 1,
      endColumn: word.endColumn,
    }
    return { suggestions: snippetsOf(model).map((snippet) => toCompletion(snippet, range)) }
  },
}

function snippetsOf(model: editor.ITextModel): Snippet[] {
  const scope = scopes[model.uri.toString()]
  return scope ? snippetsFor(scope) : []
}

function toCompletion(snippet: Snippet, range: languages.CompletionItem['range']): languages.CompletionItem {
  return {
    label: { label: snippet.prefix, description: t(snippet.description) },
    kind: languages.CompletionItemKind.Snippet,
    documentation: {
      value: `\`\`\`javascript\n${snippet.body.replace(/\$\{\d+:([^}]*)\}|\$\d/g, '$1')}\n\`\`\``,
    },
    insertText: snippet.body,
    insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet,
    sortText: `zz ${snippet.prefix}`,
    range,
  }
}
