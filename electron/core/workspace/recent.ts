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
export async function rememberRecent(settings: SettingsStore, folder: string, now: Date): Promise<void> {
  const others = await withoutFolder(settings, folder)
  await settings.set(key, [{ folder, openedAt: now.toISOString() }, ...others].slice(0, mostKept))
}

export async function forgetRecent(settings: SettingsStore, folder: string): Promise<void> {
  await settings.set(key, await withoutFolder(settings, folder))
}

async function withoutFolder(settings: SettingsStore, folder: string) {
  const recent = stored.parse(await settings.get(key))
  return recent
    .filter((known) => known.folder !== folder)
    .map((known) => ({ folder: known.folder, openedAt: known.openedAt }))
}
