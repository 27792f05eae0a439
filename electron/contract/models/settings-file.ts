import { z } from 'zod'
import type { ErrorData } from '../errors.ts'
import { entryName } from './slug.ts'

/** Whose settings: the slug of a lambda, or null for the workspace's studio.json. */
export const settingsOwner = entryName.nullable()

/** A settings file as it is on disk, whatever is wrong with it. */
export interface SettingsFile {
  /** Relative to the workspace, with forward slashes. */
  readonly file: string
  /** Where there is no file yet, a text to start from. */
  readonly text: string
  /** Stands for the text on disk; null where there is no file. */
  readonly revision: string | null
  /** Why it cannot be used; null where it can. */
  readonly fault: ErrorData | null
}

/** A settings file to save whole. */
export const settingsFileChange = z.strictObject({
  slug: settingsOwner,
  text: z.string().max(1_000_000),
  /** The revision that the text started from. */
  basedOn: z.string().nullable(),
})
export type SettingsFileChange = z.infer<typeof settingsFileChange>

/** Text of a settings file that is not saved yet, as it is found again after a start. */
export interface SettingsDraft {
  readonly text: string
  /** The revision that the text started from. */
  readonly basedOn: string | null
  /** When it was put, ISO 8601. */
  readonly at: string
}

/** How a save ended. `conflict`: the file was changed by somebody else, and nothing was written. */
export type SettingsSaveOutcome =
  | { readonly kind: 'saved'; readonly settings: SettingsFile }
  | { readonly kind: 'conflict'; readonly settings: SettingsFile }
