import { applyEdits, modify } from 'jsonc-parser'
import type { JsonObject, JsonValue } from '../../contract/json.ts'

/** A JSON file as the studio writes it: two spaces, the keys in the order given, a newline at the end. */
export function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** The text with these top-level keys set and all else left as it stands: order, spacing, keys not known. */
export function editJson(text: string, changes: JsonObject): string {
  return Object.entries(changes).reduce((edited, [key, value]) => editKey(edited, key, value), text)
}

function editKey(text: string, key: string, value: JsonValue): string {
  const edits = modify(text, [key], value, { formattingOptions: formattingOf(text) })
  return applyEdits(text, edits)
}

/** What is further in than the first key says nothing: in a file of one line it would be further in with each edit. */
function formattingOf(text: string) {
  const indent = /^\uFEFF?\s*\{\s*\n([ \t]+)"/.exec(text)?.[1] ?? '  '
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  }
}
