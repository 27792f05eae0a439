import { basename } from 'node:path'
import { z } from 'zod'
import type { RecentWorkspace } from '../../contract/models/workspace.ts'
import type { SettingsStore } from '../ports.ts'
import { isWorkspace } from './find-workspace.ts'

const key = 'recentWorkspaces'
const mostKept = 20

const stored = z.array(z.looseObject({ folder: z.string(), openedAt: z.string() })).catch([])

/** Workspaces that were open before, the last one first. */
export async function listRecent(settings: SettingsStore): Promise<readonly RecentWorkspace[]> {
  const recent = stored.parse(await settings.get(key))
  return Promise.all(
    recent.map(async ({ folder, openedAt }) => ({
      folder,
      name: basename(folder),
      openedAt,
      exists: await isWorkspace(folder),
    })),
  )
}

/** Puts a folder first among the recent ones. */
export function rememberRecent(settings: SettingsStore, folder: string, now: Date): Promise<void> {
  return settings.update(key, (kept) =>
    [{ folder, openedAt: now.toISOString() }, ...withoutFolder(kept, folder)].slice(0, mostKept),
  )
}

export function forgetRecent(settings: SettingsStore, folder: string): Promise<void> {
  return settings.update(key, (kept) => withoutFolder(kept, folder))
}

function withoutFolder(kept: unknown, folder: string) {
  return stored
    .parse(kept)
    .filter((known) => known.folder !== folder)
    .map((known) => ({ folder: known.folder, openedAt: known.openedAt }))
}
