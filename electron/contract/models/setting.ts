import { z } from 'zod'
import type { ErrorData } from '../errors.ts'
import { say, type Worded } from '../words.ts'

/** What every setting says of itself; its words are the page's, under `setting.<id>` and `setting.<id>.text`. */
interface Common {
  /** The key in the settings file; the part before the dot is its section. */
  readonly id: string
  /** Works only where the host can do this. */
  readonly needs?: 'updates' | 'openPaths' | 'zoom'
}
interface Toggle extends Common {
  readonly kind: 'toggle'
  readonly usual: boolean
}
interface Choice extends Common {
  readonly kind: 'choice'
  readonly usual: string
  readonly choices: readonly string[]
}
interface Amount extends Common {
  readonly kind: 'amount'
  readonly usual: number
  readonly least: number
  readonly most: number
  /** What a step of the control adds; the file may hold any whole number in the range. */
  readonly step: number
  readonly unit: 'percent' | 'pixels' | 'milliseconds' | 'megabytes' | 'days' | 'snapshots'
}

/** A setting as data, so that the file is checked and the page is drawn from one list. */
export type Setting = Toggle | Choice | Amount

/** Every setting of a user. What belongs to a workspace, such as the language level, is in its studio.json. */
export const settings = [
  {
    id: 'appearance.theme',
    kind: 'choice',
    usual: 'system',
    choices: ['system', 'light', 'dark', 'contrast-light', 'contrast-dark'],
  },
  {
    id: 'appearance.motion',
    kind: 'choice',
    usual: 'system',
    choices: ['system', 'reduced', 'full'],
  },
  { id: 'appearance.language', kind: 'choice', usual: 'en', choices: ['en', 'pseudo'] },
  {
    id: 'appearance.zoom',
    kind: 'amount',
    usual: 100,
    least: 50,
    most: 200,
    step: 10,
    unit: 'percent',
    needs: 'zoom',
  },
  { id: 'editor.fontSize', kind: 'amount', usual: 13, least: 8, most: 32, step: 1, unit: 'pixels' },
  { id: 'editor.wordWrap', kind: 'toggle', usual: false },
  { id: 'editor.minimap', kind: 'toggle', usual: false },
  { id: 'tests.watch', kind: 'toggle', usual: false },
  {
    id: 'runs.time',
    kind: 'amount',
    usual: 1000,
    least: 50,
    most: 60_000,
    step: 50,
    unit: 'milliseconds',
  },
  { id: 'runs.memory', kind: 'amount', usual: 64, least: 8, most: 1024, step: 8, unit: 'megabytes' },
  { id: 'history.days', kind: 'amount', usual: 90, least: 1, most: 3650, step: 1, unit: 'days' },
  {
    id: 'history.entries',
    kind: 'amount',
    usual: 100,
    least: 1,
    most: 10_000,
    step: 10,
    unit: 'snapshots',
  },
  { id: 'confirm.delete', kind: 'toggle', usual: false },
  { id: 'updates.check', kind: 'toggle', usual: false, needs: 'updates' },
  { id: 'notifications.system', kind: 'toggle', usual: false },
] as const satisfies readonly Setting[]

type Defined = (typeof settings)[number]
export type SettingId = Defined['id']

type ValueOf<S> = S extends { kind: 'choice'; choices: readonly (infer C)[] }
  ? C
  : S extends { kind: 'toggle' }
    ? boolean
    : number

/** A usable value for every setting. */
export type SettingValues = { readonly [S in Defined as S['id']]: ValueOf<S> }

/** Something in the settings file that is not used, and is left there as it is. */
export interface SettingFault {
  /** The key in the file. */
  readonly id: string
  /** `value`: not one that the setting takes. `unknown`: no setting has this name. */
  readonly kind: 'value' | 'unknown'
  /** What the file holds, as JSON, cut short. */
  readonly given: string
}

/** All settings as they are now. */
export interface SettingsState {
  readonly values: SettingValues
  /** Those that are not as usual. */
  readonly changed: readonly SettingId[]
  readonly faults: readonly SettingFault[]
  /** Where the file is; null where the host keeps none. */
  readonly file: string | null
  /** Why the file cannot be read; the values are then the last that could be. */
  readonly fileFault: ErrorData | null
}

export const settingId = z.enum(settings.map(({ id }) => id))

/** Any value that a setting may have; {@link settingValue} tells whether it is one of this setting's. */
export const someSettingValue = z.union([z.string(), z.number(), z.boolean()])
export type SomeSettingValue = z.output<typeof someSettingValue>

/** The setting of this id. */
export function settingOf(id: SettingId): Setting {
  const found = settings.find((setting) => setting.id === id)
  if (!found) throw new TypeError(`There is no setting ${id}.`)
  return found
}

/** What a setting takes. */
export function settingValue(setting: Setting): z.ZodType<SomeSettingValue> {
  switch (setting.kind) {
    case 'toggle':
      return z.boolean()
    case 'choice':
      return z.enum(setting.choices)
    case 'amount':
      return z.int().min(setting.least).max(setting.most)
  }
}

/** What a setting takes, in words. */
export function allowedText(setting: Setting): Worded {
  switch (setting.kind) {
    case 'toggle':
      return say`true or false`
    case 'choice':
      return say`one of ${setting.choices.map((choice) => JSON.stringify(choice)).join(', ')}`
    case 'amount':
      return say`a whole number from ${setting.least} to ${setting.most}`
  }
}

/** Every setting as it is usual. */
export const usualSettings = Object.fromEntries(settings.map(({ id, usual }) => [id, usual])) as SettingValues
