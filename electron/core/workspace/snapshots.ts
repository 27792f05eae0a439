import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { HistoryEntry, LambdaTexts, SnapshotReason } from '../../contract/models/history.ts'
import { parseJson } from '../files/parse-json.ts'
import { formatJson } from './edit-json.ts'
import { historyPlace, snapshotPlace } from './layout.ts'
import { nameOf, type WorkspaceFiles } from './workspace-files.ts'

/** A snapshot's file. */
const snapshotFile = z.looseObject({
  at: z.iso.datetime(),
  reason: z.enum(['save', 'restore', 'pull', 'push']),
  instance: z.string().optional(),
  body: z.string(),
  settings: z.string(),
})

/** A snapshot with its texts. */
export interface Snapshot {
  readonly entry: HistoryEntry
  readonly texts: LambdaTexts
}

/** What to keep of a lambda before something is done to it. */
export interface NewSnapshot {
  readonly slug: string
  readonly reason: SnapshotReason
  readonly texts: LambdaTexts
  readonly now: Date
  /** The instance whose text it is, before a push. */
  readonly instance?: string
}

/** Writes a snapshot; the names sort by time. */
export async function writeSnapshot(files: WorkspaceFiles, snapshot: NewSnapshot): Promise<string> {
  const { slug, reason, texts, now, instance } = snapshot
  const at = now.toISOString()
  const id = `${at.replace(/[-:.]/g, '')}-${reason}-${randomBytes(3).toString('hex')}`
  const file = { at, reason, ...(instance !== undefined && { instance }), ...texts }
  await files.write(snapshotPlace(slug, id), formatJson(file))
  return id
}

/** The names of a lambda's snapshots, newest first. */
export async function snapshotIds(files: WorkspaceFiles, slug: string): Promise<readonly string[]> {
  const entries = await files.entries(historyPlace(slug))
  return entries
    .filter(({ name }) => name.endsWith('.json') && !name.startsWith('.'))
    .map(({ name }) => name.slice(0, -'.json'.length))
    .reverse()
}

/** @throws StudioError `unreadable-file`, `not-json`, `wrong-shape` */
export async function readSnapshot(files: WorkspaceFiles, slug: string, id: string): Promise<Snapshot> {
  const place = snapshotPlace(slug, id)
  const { at, reason, instance, body, settings } = parseJson(
    await files.read(place),
    nameOf(place),
    snapshotFile,
  )
  const entry: HistoryEntry = {
    id,
    at,
    reason,
    ...(instance !== undefined && { instance }),
    bytes: Buffer.byteLength(body),
  }
  return { entry, texts: { body, settings } }
}
