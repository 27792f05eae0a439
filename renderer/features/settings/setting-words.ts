import {
  settings,
  type Setting,
  type SettingFault,
  type SettingId,
} from '../../../electron/contract/models/setting.ts'
import { formatNumber, t } from '../../messages/translate.ts'

type Defined = (typeof settings)[number]
export type Choice = Extract<Defined, { kind: 'choice' }>['choices'][number]
export type SectionId = SettingId extends infer Id
  ? Id extends `${infer Name}.${string}`
    ? Name
    : never
  : never

/** A setting that is one of ours, so that it has a title and a text. */
export type DefinedSetting = Setting & { readonly id: SettingId }

/** Settings of one part of the studio. */
export interface SettingSection {
  readonly id: SectionId
  readonly settings: readonly DefinedSetting[]
}

export const titleOf = (id: SettingId): string => t(`setting.${id}`)
export const textOf = (id: SettingId): string => t(`setting.${id}.text`)
export const choiceName = (choice: string): string => t(`choice.${choice as Choice}`)

/** What a setting takes, as the user would write it into the file. */
export function allowedOf(setting: Setting): string {
  switch (setting.kind) {
    case 'toggle':
      return t('settings.trueOrFalse')
    case 'choice':
      return t('settings.oneOf', {
        choices: setting.choices.map((choice) => JSON.stringify(choice)).join(', '),
      })
    case 'amount':
      return t('settings.range', { least: formatNumber(setting.least), most: formatNumber(setting.most) })
  }
}

/** What is wrong with a value in the file. */
export function faultText({ id, kind, given }: SettingFault): string {
  const setting = settings.find((each) => each.id === id)
  if (kind === 'unknown' || !setting) return t('settings.unknown', { name: id, given })
  return t('settings.notAllowed', { given, allowed: allowedOf(setting) })
}

/** The settings that have all words of a search in their title, text, section or key, by section. */
export function findSettings(search: string): readonly SettingSection[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const found = settings.filter((setting) => {
    const text = wordsOf(setting).toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const ids = [...new Set(found.map(({ id }) => sectionOf(id)))]
  return ids.map((id) => ({ id, settings: found.filter((setting) => sectionOf(setting.id) === id) }))
}

function wordsOf(setting: DefinedSetting): string {
  const choices = setting.kind === 'choice' ? setting.choices.map(choiceName) : []
  const section = t(`section.${sectionOf(setting.id)}`)
  return [setting.id, titleOf(setting.id), textOf(setting.id), section, ...choices].join(' ')
}

const sectionOf = (id: SettingId): SectionId => id.slice(0, id.indexOf('.')) as SectionId
