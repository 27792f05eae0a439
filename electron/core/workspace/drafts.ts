import { z } from 'zod'
import type { Draft, DraftPart, NewDraft } from '../../contract/models/draft.ts'
import { newDraft } from '../../contract/models/draft.ts'
import {
  settingsFileChange,
  type SettingsDraft,
  type SettingsFileChange,
} from '../../contract/models/settings-file.ts'
import { nameFault } from '../../contract/models/slug.ts'
import { mapInParallel } from '../files/map-in-parallel.ts'
import { parseJson } from '../files/parse-json.ts'
import { formatJson } from './edit-json.ts'
import {
  bodyPlace,
  casePlace,
  draftPlace,
  draftsOfLambdaPlace,
  draftsPlace,
  settingsDraftPlace,
  type Place,
} from './layout.ts'
import { revisionOf } from './read-lambda.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

const at = z.iso.datetime()
const draftFile = z.looseObject({ ...newDraft.shape, at })
const settingsDraftFile = z.looseObject({ ...settingsFileChange.shape, at })

/** Keeps text that is not saved yet. */
export async function putDraft(files: WorkspaceFiles, draft: NewDraft, now: Date): Promise<void> {
  const { slug, part, basedOn, text } = draft
  const file = { slug, part, basedOn, at: now.toISOString(), text }
  await files.write(draftPlace(slug, part), formatJson(file))
}

export async function discardDraft(files: WorkspaceFiles, slug: string, part: DraftPart): Promise<void> {
  await files.remove(draftPlace(slug, part))
  await files.removeIfEmpty(draftsOfLambdaPlace(slug))
}

/** Keeps the text of a settings file that is being mended. */
export async function putSettingsDraft(
  files: WorkspaceFiles,
  { slug, text, basedOn }: SettingsFileChange,
  now: Date,
): Promise<void> {
  await files.write(settingsDraftPlace(slug), formatJson({ slug, basedOn, at: now.toISOString(), text }))
}

export async function discardSettingsDraft(files: WorkspaceFiles, slug: string | null): Promise<void> {
  await files.remove(settingsDraftPlace(slug))
  if (slug !== null) await files.removeIfEmpty(draftsOfLambdaPlace(slug))
}

/** The draft of a settings file; null also for one that cannot be read, which is left where it is. */
export async function readSettingsDraft(
  files: WorkspaceFiles,
  slug: string | null,
): Promise<SettingsDraft | null> {
  try {
    const place = settingsDraftPlace(slug)
    const { text, basedOn, at } = parseJson(await files.read(place), 'draft', settingsDraftFile)
    return { text, basedOn, at }
  } catch {
    return null
  }
}

/** Every draft of a body or case whose text differs from what is saved. One that cannot be read is left where it is. */
export async function listDrafts(files: WorkspaceFiles): Promise<readonly Draft[]> {
  const folders = (await files.entries(draftsPlace)).filter(
    (entry) => entry.isDirectory() && nameFault(entry.name) === null,
  )
  const found = await mapInParallel(folders, 8, ({ name }) => draftsIn(files, name))
  return found.flat()
}

async function draftsIn(files: WorkspaceFiles, slug: string): Promise<Draft[]> {
  const entries = await files.entries(draftsOfLambdaPlace(slug))
  const names = entries.map(({ name }) => name).filter((name) => /^(body|case-.*)\.json$/.test(name))
  const found = await Promise.all(
    names.map((name) => readDraft(files, [...draftsOfLambdaPlace(slug), name], slug)),
  )
  return found.flatMap((draft) => (draft && draft.text !== draft.saved ? draft : []))
}

async function readDraft(files: WorkspaceFiles, place: Place, slug: string): Promise<Draft | null> {
  try {
    const { part, text, basedOn, at } = parseJson(await files.read(place), 'draft', draftFile)
    const saved = await readSaved(files, slug, part)
    const revision = saved === null ? null : revisionOf(saved)
    return { slug, part, text, basedOn, at, saved, isStale: revision !== basedOn }
  } catch {
    return null
  }
}

async function readSaved(files: WorkspaceFiles, slug: string, part: DraftPart): Promise<string | null> {
  const place = part.kind === 'body' ? bodyPlace(slug) : casePlace(slug, part.case)
  return files.read(place).catch(() => null)
}
