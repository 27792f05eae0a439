import type { SettingsDraft, SettingsFile } from '../../../electron/contract/models/settings-file.ts'

/** What the user made of a settings file, and the text on disk that it started from. */
export interface Mending {
  readonly settings: SettingsFile
  readonly text: string
  /** When the text was put by, ISO 8601, where it was found again after a start and nobody decided about it. */
  readonly restoredAt?: string
}

/** A mending as it begins, with the file as it is now where that is not what the text started from. */
export interface Beginning {
  readonly mending: Mending
  readonly theirs?: SettingsFile
}

/** Begins with the file as it is, or with what was typed before and never saved. */
export function beginMending(settings: SettingsFile, draft: SettingsDraft | null): Beginning {
  if (draft === null || draft.text === settings.text) return { mending: { settings, text: settings.text } }
  const { text, basedOn, at } = draft
  if (basedOn === settings.revision) return { mending: { settings, text, restoredAt: at } }
  return { mending: { settings: { ...settings, revision: basedOn }, text }, theirs: settings }
}

export function isUnsaved({ settings, text }: Mending): boolean {
  return text !== settings.text
}
