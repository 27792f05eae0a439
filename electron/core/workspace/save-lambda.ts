import type { JsonObject } from '../../contract/json.ts'
import type { Lambda, LambdaChange, SaveOutcome } from '../../contract/models/lambda.ts'
import { editJson } from './edit-json.ts'
import { keepSnapshot, type HistoryContext } from './history.ts'
import { bodyPlace, settingsPlace } from './layout.ts'
import { readLambda, readSettings, readSettingsText, revisionOf } from './read-lambda.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

/** Saves what changed, with a snapshot of what was there before; nothing is written where nothing changed. */
export async function saveLambda(
  context: HistoryContext,
  slug: string,
  change: LambdaChange,
): Promise<SaveOutcome> {
  const { files } = context
  const lambda = await readLambda(files, slug)
  if (change.body !== undefined && isConflict(change, lambda)) return { kind: 'conflict', lambda }
  const settings = changedSettings(change, lambda)
  const body = change.body === lambda.body ? undefined : change.body
  if (body !== undefined || Object.keys(settings).length > 0) {
    await keepSnapshot(context, { slug, reason: 'save' })
    if (Object.keys(settings).length > 0) await editSettings(files, slug, settings)
    if (body !== undefined) await files.write(bodyPlace(slug), body)
  }
  return { kind: 'saved', lambda: await readLambda(files, slug) }
}

/** The body on disk is neither the one that the change started from nor the one that is to be saved. */
function isConflict({ basedOn, body }: LambdaChange, { revision }: Lambda): boolean {
  return basedOn !== undefined && basedOn !== revision && revision !== revisionOf(body ?? '')
}

function changedSettings(change: LambdaChange, lambda: Lambda): JsonObject {
  const keys = ['name', 'type', 'engineType', 'debug'] as const
  return Object.fromEntries(
    keys.flatMap((key) =>
      change[key] === undefined || change[key] === lambda[key] ? [] : [[key, change[key]]],
    ),
  )
}

/** Sets keys in `lambda.json` and leaves the rest of the text as it stands. */
export async function editSettings(files: WorkspaceFiles, slug: string, changes: JsonObject): Promise<void> {
  const text = await readSettingsText(files, slug)
  await files.write(settingsPlace(slug), editJson(text, changes))
}

/** Sets or takes away the lambda's id on one instance. */
export async function setInstanceId(
  files: WorkspaceFiles,
  slug: string,
  { instance, id }: { readonly instance: string; readonly id: string | null },
): Promise<void> {
  const { ids } = await readSettings(files, slug)
  const others = Object.entries(ids).filter(([name]) => name !== instance)
  const next = id === null ? others : [...others, [instance, id] as const]
  await editSettings(files, slug, { ids: Object.fromEntries(next.toSorted(([a], [b]) => (a < b ? -1 : 1))) })
}
