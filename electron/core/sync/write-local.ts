import type { JsonObject } from '../../contract/json.ts'
import type { LambdaState } from '../../contract/models/sync.ts'
import { editJson } from '../workspace/edit-json.ts'
import { bodyPlace, settingsPlace } from '../workspace/layout.ts'
import { readLambda, readSettingsText } from '../workspace/read-lambda.ts'
import type { WorkspaceFiles } from '../workspace/workspace-files.ts'

/** Where a lambda of the workspace belongs on an instance; null takes its id there away. */
export interface InstanceLink {
  readonly instance: string
  readonly id: string | null
}

/** Makes a lambda of the workspace as a state says, and sets its id; files that are right already stay untouched. */
export async function writeLocal(
  files: WorkspaceFiles,
  slug: string,
  next: { readonly state?: LambdaState; readonly link?: InstanceLink },
): Promise<void> {
  const lambda = await readLambda(files, slug)
  const { state = lambda, link } = next
  const keys = ['name', 'type', 'engineType', 'debug'] as const
  const changes = keys.flatMap((key) => (state[key] === lambda[key] ? [] : [[key, state[key]] as const]))
  const ids = link && idsWith(lambda.ids, link)
  const settings: JsonObject = { ...Object.fromEntries(changes), ...(ids && { ids }) }
  if (Object.keys(settings).length > 0) {
    await files.write(settingsPlace(slug), editJson(await readSettingsText(files, slug), settings))
  }
  if (state.body !== lambda.body) await files.write(bodyPlace(slug), state.body)
}

/** Undefined where nothing is to be changed. */
function idsWith(
  ids: Readonly<Record<string, string>>,
  { instance, id }: InstanceLink,
): Readonly<Record<string, string>> | undefined {
  if ((ids[instance] ?? null) === id) return undefined
  const others = Object.entries(ids).filter(([name]) => name !== instance)
  const next = id === null ? others : [...others, [instance, id] as const]
  return Object.fromEntries(next.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
