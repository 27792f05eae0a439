import { accessSync, constants } from 'node:fs'
import { basename } from 'node:path'
import { toErrorData } from '../../contract/errors.ts'
import type { JsonObject } from '../../contract/json.ts'
import {
  studioFile,
  type StudioFile,
  type WorkspaceInfo,
  type WorkspaceProblem,
} from '../../contract/models/workspace.ts'
import { hintOf, messageOf, said, say } from '../../contract/words.ts'
import { parseJson } from '../files/parse-json.ts'
import { editJson, formatJson } from './edit-json.ts'
import { studioFilePlace } from './layout.ts'
import { nameOf, type WorkspaceFiles } from './workspace-files.ts'

const defaults: StudioFile = { version: 1, ecmaVersion: 2021, instances: [] }

/** Writes the studio.json of a new workspace. */
export async function writeStudioFile(files: WorkspaceFiles): Promise<void> {
  await files.write(studioFilePlace, formatJson(defaults))
}

/** Describes the workspace; a studio.json that is broken is told and taken for the default one. */
export function readWorkspaceInfo(files: WorkspaceFiles): WorkspaceInfo {
  const place = {
    folder: files.folder,
    name: basename(files.folder),
    readOnly: isReadOnly(files.folder),
  }
  try {
    return { ...place, config: readStudioFile(files), problems: [] }
  } catch (thrown) {
    return { ...place, config: defaults, problems: [brokenStudioFile(thrown)] }
  }
}

/** @throws StudioError `unreadable-file`, `not-json`, `wrong-shape` */
export function readStudioFile(files: WorkspaceFiles): StudioFile {
  return parseJson(files.readAtOnce(studioFilePlace), nameOf(studioFilePlace), studioFile)
}

/** Sets keys in studio.json and leaves the rest of the text as it stands; a broken file is never written over. */
export async function editStudioFile(files: WorkspaceFiles, changes: JsonObject): Promise<StudioFile> {
  readStudioFile(files)
  await files.write(studioFilePlace, editJson(files.readAtOnce(studioFilePlace), changes))
  return readStudioFile(files)
}

function brokenStudioFile(thrown: unknown): WorkspaceProblem {
  const { code, ...texts } = toErrorData(thrown)
  return said<WorkspaceProblem>({
    code,
    severity: 'error',
    message: say`${messageOf(texts)} The studio goes on with the defaults and no instances, and leaves the file alone.`,
    hint: hintOf(texts),
    file: nameOf(studioFilePlace),
  })
}

function isReadOnly(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return false
  } catch {
    return true
  }
}
