import {
  settings,
  settingValue,
  usualSettings,
  type SettingFault,
  type SettingsState,
} from '../../contract/models/setting.ts'

const longestGiven = 80
const sections = new Set(settings.map(({ id }) => sectionOf(id)))

/** Finds the settings among what a file holds. A value that is not allowed is a fault and counts as not there. */
export function readSettings(
  held: Readonly<Record<string, unknown>>,
): Pick<SettingsState, 'values' | 'changed' | 'faults'> {
  const read = settings.flatMap((setting) => {
    if (!Object.hasOwn(held, setting.id)) return []
    const given = held[setting.id]
    const parsed = settingValue(setting).safeParse(given)
    return [{ setting, given, ...(parsed.success ? { value: parsed.data } : {}) }]
  })
  const used = read.flatMap(({ setting, value }) => (value === undefined ? [] : [{ setting, value }]))
  const faults = read.flatMap(({ setting, given, value }) =>
    value === undefined ? [faultOf(setting.id, 'value', given)] : [],
  )
  return {
    values: {
      ...usualSettings,
      ...Object.fromEntries(used.map(({ setting, value }) => [setting.id, value])),
    },
    changed: used.flatMap(({ setting, value }) => (value === setting.usual ? [] : [setting.id])),
    faults: [...faults, ...unknownOf(held)],
  }
}

/** Keys that look like settings: others in the file are the studio's own notes. */
function unknownOf(held: Readonly<Record<string, unknown>>): SettingFault[] {
  const known = new Set<string>(settings.map(({ id }) => id))
  return Object.entries(held)
    .filter(([key]) => key.includes('.') && sections.has(sectionOf(key)) && !known.has(key))
    .map(([key, value]) => faultOf(key, 'unknown', value))
}

function faultOf(id: string, kind: SettingFault['kind'], value: unknown): SettingFault {
  return { id, kind, given: JSON.stringify(value).slice(0, longestGiven) }
}

function sectionOf(id: string): string {
  return id.slice(0, id.indexOf('.'))
}
