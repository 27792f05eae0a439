import { Uri } from 'monaco-editor/editor/editor.api'
import { useCommands } from '../commands/commands-store.ts'

const scheme = 'studio-check'

/** The address by which an editor leads to what is written about a code; undefined where there is nothing. */
export function checkPageOf(code: string): Uri | undefined {
  return useCommands().applies('help.checks', code) ? Uri.from({ scheme, path: code }) : undefined
}

/** Opens such an address; false for one of another kind. */
export function openCheckAddress(address: Uri): boolean {
  return address.scheme === scheme && openCheckPage(address.path)
}

export function openCheckPage(code: string): boolean {
  return useCommands().run('help.checks', code)
}
