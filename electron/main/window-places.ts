import { z } from 'zod'
import type { SettingsStore } from '../core/ports.ts'
import { windowPlace, type WindowPlace } from './place-window.ts'

const key = 'windowPlaces'
const mostKept = 30

const stored = z.record(z.string(), windowPlace).catch({})

/** Where the window of this workspace was last; null where it never was. */
export async function readWindowPlace(settings: SettingsStore, folder: string): Promise<WindowPlace | null> {
  return stored.parse(await settings.get(key))[folder] ?? null
}

/** Keeps the place of a workspace's window; those that were kept long ago make room. */
export function keepWindowPlace(settings: SettingsStore, folder: string, place: WindowPlace): Promise<void> {
  return settings.update(key, (kept) => {
    const { [folder]: _before, ...others } = stored.parse(kept)
    return Object.fromEntries([...Object.entries(others), [folder, place] as const].slice(-mostKept))
  })
}
