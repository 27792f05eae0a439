import { toErrorData, type ErrorData } from '../../contract/errors.ts'
import { lambdaFile } from '../../contract/models/lambda.ts'
import type {
  SettingsFile,
  SettingsFileChange,
  SettingsSaveOutcome,
} from '../../contract/models/settings-file.ts'
import { studioFile } from '../../contract/models/workspace.ts'
import { parseJson } from '../files/parse-json.ts'
import { formatJson } from './edit-json.ts'
import { keepSnapshot, type HistoryContext } from './history.ts'
import { settingsPlace, studioFilePlace, type Place } from './layout.ts'
import { isMissing, readBody, readSettingsText, revisionOf } from './read-lambda.ts'
import { nameOf, type WorkspaceFiles } from './workspace-files.ts'

/**
 * Reads a lambda.json, or the studio.json for null, as text, whatever is wrong with it. A folder without a lambda.json
 * gets a text to start from; nothing is written.
 * @throws StudioError `lambda-not-found`, `workspace-gone`, `unreadable-file`
 */
export async function readSettingsFile(files: WorkspaceFiles, slug: string | null): Promise<SettingsFile> {
  if (slug === null) return found(slug, await files.read(studioFilePlace))
  try {
    return found(slug, await readSettingsText(files, slug))
  } catch (thrown) {
    if (!isMissing(thrown)) throw thrown
    const text = await firstText(files, slug)
    return { file: nameOf(placeOf(slug)), text, revision: null, fault: faultOf(slug, text) }
  }
}

/**
 * Saves a settings file whole, after a snapshot of the lambda as it was. What is not valid is not saved.
 * @throws StudioError `not-json`, `wrong-shape` with the place; as {@link readSettingsFile}
 */
export async function saveSettingsFile(
  history: HistoryContext,
  change: SettingsFileChange,
): Promise<SettingsSaveOutcome> {
  check(change.slug, change.text)
  const save = () => saveChecked(history, change)
  return change.slug === null ? history.files.locked(studioFilePlace, save) : save()
}

async function saveChecked(
  history: HistoryContext,
  { slug, text, basedOn }: SettingsFileChange,
): Promise<SettingsSaveOutcome> {
  const { files } = history
  const settings = await readSettingsFile(files, slug)
  if (settings.revision !== basedOn && settings.text !== text) return { kind: 'conflict', settings }
  if (slug !== null) await keepSnapshot(history, { slug, reason: 'save' })
  await files.write(placeOf(slug), text)
  return { kind: 'saved', settings: found(slug, text) }
}

function placeOf(slug: string | null): Place {
  return slug === null ? studioFilePlace : settingsPlace(slug)
}

function found(slug: string | null, text: string): SettingsFile {
  return { file: nameOf(placeOf(slug)), text, revision: revisionOf(text), fault: faultOf(slug, text) }
}

function check(slug: string | null, text: string): void {
  parseJson<unknown>(text, nameOf(placeOf(slug)), slug === null ? studioFile : lambdaFile)
}

function faultOf(slug: string | null, text: string): ErrorData | null {
  try {
    check(slug, text)
    return null
  } catch (thrown) {
    return toErrorData(thrown)
  }
}

/** Named after its folder, with the type that its body tells. */
async function firstText(files: WorkspaceFiles, slug: string): Promise<string> {
  const body = await readBody(files, slug).catch(() => '')
  const { guessType } = await import('./import/guess-type.ts')
  return formatJson({ name: slug, type: guessType(body) ?? '', engineType: 'GraalJS', debug: false, ids: {} })
}
