import { dirname, join } from 'node:path'
import { z } from 'zod'
import { settings, settingValue } from '../../contract/models/setting.ts'
import type { SettingsStore } from '../ports.ts'
import { writeAtomically } from '../workspace/atomic-write.ts'

const name = 'settings.schema.json'

/** What the settings file may hold, as a JSON schema: for editors, which complete and check by it. */
export function settingsSchema(): object {
  const properties = settings.map((setting) => {
    const { $schema: _, ...schema } = z.toJSONSchema(settingValue(setting))
    return [setting.id, { ...schema, default: setting.usual }] as const
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(properties),
  }
}

/**
 * Puts the schema beside the settings file and names it there, unless the file names one already. The file opens
 * without it, too, so that nothing is said where it cannot be written.
 */
export async function describeSettings(store: SettingsStore): Promise<void> {
  if (store.file === null) return
  try {
    if ((await store.get('$schema')) === undefined) await store.set('$schema', `./${name}`)
    await writeAtomically(join(dirname(store.file), name), `${JSON.stringify(settingsSchema(), null, 2)}\n`)
  } catch {
    // Such as a file that is not JSON, which somebody is about to mend.
  }
}
