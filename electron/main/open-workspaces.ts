import { z } from 'zod'
import type { SettingsStore } from '../core/ports.ts'

const key = 'openWorkspaces'

/** The workspaces that had a window when the program was last used. */
export async function readOpenWorkspaces(settings: SettingsStore): Promise<readonly string[]> {
  return z
    .array(z.string())
    .max(20)
    .catch([])
    .parse(await settings.get(key))
}

export function keepOpenWorkspaces(settings: SettingsStore, folders: readonly string[]): Promise<void> {
  return settings.set(key, [...folders])
}
