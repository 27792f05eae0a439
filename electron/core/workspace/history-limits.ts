import type { SettingsStore } from '../ports.ts'
import { readSettings } from '../settings/read-settings.ts'
import { defaultHistoryLimits, type HistoryLimits } from './prune.ts'

/** How much history to keep, by the user's settings; a value that is not usable is the usual one. */
export async function readHistoryLimits(settings: SettingsStore): Promise<HistoryLimits> {
  const { values } = readSettings((await settings.all()).values)
  return { ...defaultHistoryLimits, entries: values['history.entries'], days: values['history.days'] }
}
