import type { PlainMessageKey } from '../messages/translate.ts'

/** Keys that no page gets in one of the browsers that people use: they close, open and change tabs and windows. */
const browserKeys: ReadonlySet<string> = new Set([
  'Control+Tab',
  'Control+Shift+Tab',
  'F11',
  'Mod+N',
  'Mod+PageDown',
  'Mod+PageUp',
  'Mod+Q',
  'Mod+Shift+N',
  'Mod+Shift+P',
  'Mod+Shift+Q',
  'Mod+Shift+T',
  'Mod+Shift+Tab',
  'Mod+Shift+W',
  'Mod+T',
  'Mod+Tab',
  'Mod+W',
])

/** Whether some browser keeps these keys for itself. */
export const browserKeeps = (keys: string): boolean => browserKeys.has(keys)

const editingKeys: Readonly<Record<string, PlainMessageKey>> = {
  'Mod+A': 'editing.selectAll',
  'Mod+C': 'editing.copy',
  'Mod+F': 'editing.find',
  'Mod+Shift+Z': 'editing.redo',
  'Mod+V': 'editing.paste',
  'Mod+X': 'editing.cut',
  'Mod+Y': 'editing.redo',
  'Mod+Z': 'editing.undo',
}

/** What these keys do in every text, so that no command should have them. */
export const editingAt = (keys: string): PlainMessageKey | undefined => editingKeys[keys]
