import { isAbsolute } from 'node:path'
import { z } from 'zod'
import type { StudioApi } from '../../contract/api.ts'
import { checked, type CheckedApi } from '../../contract/checked.ts'
import { draftPart, newDraft } from '../../contract/models/draft.ts'
import { exportRequest, importedFile, lambdaToImport } from '../../contract/models/exchange.ts'
import { lambdaChange, lambdaName, newLambda } from '../../contract/models/lambda.ts'
import { settingsFileChange, settingsOwner } from '../../contract/models/settings-file.ts'
import { entryName } from '../../contract/models/slug.ts'
import {
  discardDraft,
  discardSettingsDraft,
  listDrafts,
  putDraft,
  putSettingsDraft,
  readSettingsDraft,
} from './drafts.ts'
import { compareSnapshot, listHistory } from './history.ts'
import type { OpenWorkspace } from './open-workspace.ts'
import { Queue } from './queue.ts'
import { readSettingsFile } from './settings-files.ts'
import { suggestedFolder } from './suggested-folder.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

type Calls = Pick<CheckedApi<StudioApi>, 'workspace' | 'lambdas' | 'history' | 'drafts'>

const folder = z.string().refine(isAbsolute, 'must be the full path of a folder')

/** The calls that work on the folder on disk. */
export function workspaceCalls(open: OpenWorkspace, startFolder: string | undefined): Calls {
  return {
    workspace: openingCalls(open, startFolder),
    lambdas: lambdaCalls(open),
    history: historyCalls(open),
    drafts: draftCalls(open),
  }
}

function openingCalls(open: OpenWorkspace, startFolder: string | undefined): Calls['workspace'] {
  return {
    current: checked([], () => Promise.resolve(open.info())),
    open: checked([folder], (path) => open.open(path)),
    create: checked([folder], (path) => open.create(path)),
    close: checked([], () => open.close()),
    suggestedFolder: checked([], () => suggestedFolder(startFolder)),
    recent: checked([], () => open.recent()),
    forget: checked([z.string()], (path) => open.forget(path)),
    planImport: checked([z.array(importedFile).max(20_000)], async (files) => {
      const { planImport } = await import('./import/plan-import.ts')
      return planImport(files)
    }),
    importLambdas: checked(
      [z.array(lambdaToImport), z.string().min(1).nullable()],
      async (lambdas, instance) => {
        const { importLambdas } = await import('./import/import-lambdas.ts')
        return importLambdas(open.get(), lambdas, instance)
      },
    ),
    exportLambdas: checked([exportRequest], async (request) => {
      const { exportLambdas } = await import('./export/export-lambdas.ts')
      return exportLambdas(open.get(), request)
    }),
    readSettingsFile: checked([settingsOwner], (slug) => readSettingsFile(open.get().files, slug)),
    saveSettingsFile: checked([settingsFileChange], (change) => open.saveSettingsFile(change)),
  }
}

function lambdaCalls(open: OpenWorkspace): Calls['lambdas'] {
  return {
    list: checked([], () => open.get().list()),
    read: checked([entryName], (slug) => open.get().read(slug)),
    create: checked([newLambda], (lambda) => open.get().create(lambda)),
    save: checked([entryName, lambdaChange], (slug, change) => open.get().save(slug, change)),
    rename: checked([entryName, lambdaName, z.boolean()], (slug, newName, moveFolder) =>
      open.get().rename(slug, newName, moveFolder),
    ),
    duplicate: checked([entryName, lambdaName], (slug, copy) => open.get().duplicate(slug, copy)),
    delete: checked([entryName], (slug) => open.get().delete(slug)),
    deleted: checked([], () => open.get().deleted()),
    undelete: checked([entryName], (id) => open.get().undelete(id)),
  }
}

function historyCalls(open: OpenWorkspace): Calls['history'] {
  return {
    list: checked([entryName], (slug) => listHistory(open.get().files, slug)),
    compare: checked([entryName, entryName], (slug, entry) => compareSnapshot(open.get().files, slug, entry)),
    restore: checked([entryName, entryName], (slug, entry) => open.get().restore(slug, entry)),
  }
}

function draftCalls(open: OpenWorkspace): Calls['drafts'] {
  const queue = new Queue()
  // A draft put late must not come to lie over its own removal, nor in a workspace that was opened since.
  const inTurn = <T>(work: (files: WorkspaceFiles) => Promise<T>): Promise<T> => {
    const { files } = open.get()
    return queue.add(() => work(files))
  }
  return {
    list: checked([], () => inTurn(listDrafts)),
    put: checked([newDraft], (draft) => inTurn((files) => putDraft(files, draft, new Date()))),
    discard: checked([entryName, draftPart], (slug, part) =>
      inTurn((files) => discardDraft(files, slug, part)),
    ),
    ofSettings: checked([settingsOwner], (slug) => inTurn((files) => readSettingsDraft(files, slug))),
    putSettings: checked([settingsFileChange], (draft) =>
      inTurn((files) => putSettingsDraft(files, draft, new Date())),
    ),
    discardSettings: checked([settingsOwner], (slug) => inTurn((files) => discardSettingsDraft(files, slug))),
  }
}
