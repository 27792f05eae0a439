import { z } from 'zod'
import type { SettingsStore } from '../ports.ts'
import { defaultHistoryLimits, type HistoryLimits } from './prune.ts'

const limits = z
  .object({
    entries: z.int().min(1).max(10_000).catch(defaultHistoryLimits.entries),
    days: z.int().min(1).max(3650).catch(defaultHistoryLimits.days),
    atLeast: z.int().min(1).max(10_000).catch(defaultHistoryLimits.atLeast),
  })
  .catch(defaultHistoryLimits)

/** How much history to keep, by the user's settings under `history`; a value that is not usable is the default. */
export async function readHistoryLimits(settings: SettingsStore): Promise<HistoryLimits> {
  return limits.parse(await settings.get('history'))
}
