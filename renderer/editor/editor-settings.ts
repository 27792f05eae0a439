import { z } from 'zod'

/** Sizes of the editors' text, in CSS pixels. */
export const fontSizes = { smallest: 8, largest: 32, usual: 13 } as const

const editorSettings = z.object({
  fontSize: z.number().int().min(fontSizes.smallest).max(fontSizes.largest).catch(fontSizes.usual),
  minimap: z.boolean().catch(false),
  wordWrap: z.boolean().catch(false),
})

/** What the user may choose about every code editor; `fontSize` in CSS pixels. */
export type EditorSettings = Readonly<z.infer<typeof editorSettings>>

export const usualSettings: EditorSettings = editorSettings.parse({})

const key = 'studio.editor'

/** The settings of the last visit; what of them is missing or cannot be is as usual. */
export function recallSettings(storage: Storage): EditorSettings {
  try {
    return editorSettings.parse(JSON.parse(storage.getItem(key) ?? '{}'))
  } catch {
    return usualSettings
  }
}

/** Keeps the settings for the next visit, where the browser lets it. */
export function rememberSettings(storage: Storage, settings: EditorSettings): void {
  try {
    storage.setItem(key, JSON.stringify(settings))
  } catch {
    // A full or closed storage costs the settings of the next visit and nothing else.
  }
}

/** The nearest size that the editors take. */
export function nearestFontSize(size: number): number {
  return Math.min(Math.max(Math.round(size), fontSizes.smallest), fontSizes.largest)
}
