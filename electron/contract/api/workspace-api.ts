import type { Draft, DraftPart, NewDraft } from '../models/draft.ts'
import type {
  ExportRequest,
  ImportOutcome,
  ImportPlan,
  ImportedFile,
  LambdaExport,
  LambdaToImport,
} from '../models/exchange.ts'
import type { HistoryDifference, HistoryListing } from '../models/history.ts'
import type {
  DeletedLambda,
  Lambda,
  LambdaChange,
  LambdaListing,
  NewLambda,
  SaveOutcome,
} from '../models/lambda.ts'
import type {
  SettingsDraft,
  SettingsFile,
  SettingsFileChange,
  SettingsSaveOutcome,
} from '../models/settings-file.ts'
import type { RecentWorkspace, WorkspaceInfo } from '../models/workspace.ts'

/** The workspace and what is in it. */
export interface WorkspaceApi {
  readonly workspace: {
    /** The workspace that is open; null where none is. */
    current(): Promise<WorkspaceInfo | null>
    /** Opens the workspace of this folder: the nearest folder upward that holds studio.json. */
    open(folder: string): Promise<WorkspaceInfo>
    /** Makes a workspace in this folder, which may hold other files, and opens it. */
    create(folder: string): Promise<WorkspaceInfo>
    close(): Promise<void>
    /** A folder to offer for a new workspace; nothing is made there. */
    suggestedFolder(): Promise<string>
    /** Workspaces that were open before, the last one first. */
    recent(): Promise<readonly RecentWorkspace[]>
    /** Takes a folder off the recent ones; the folder stays. */
    forget(folder: string): Promise<void>
    /** Finds lambdas in files; nothing is written. */
    planImport(files: readonly ImportedFile[]): Promise<ImportPlan>
    /** Creates the lambdas; one outcome for each. `instance` is where their ids belong. */
    importLambdas(
      lambdas: readonly LambdaToImport[],
      instance: string | null,
    ): Promise<readonly ImportOutcome[]>
    /** Of all lambdas those that can be read; a named one that cannot be is an error. */
    exportLambdas(request: ExportRequest): Promise<LambdaExport>
    /** The text of a lambda.json, or of studio.json for null, whatever is wrong with it, so that it can be mended. */
    readSettingsFile(slug: string | null): Promise<SettingsFile>
    /** Saves such a text; one that is not valid is refused with the place. */
    saveSettingsFile(change: SettingsFileChange): Promise<SettingsSaveOutcome>
  }
  readonly lambdas: {
    list(): Promise<LambdaListing>
    read(slug: string): Promise<Lambda>
    /** Creates a lambda; one from the template comes with an example case. */
    create(lambda: NewLambda): Promise<Lambda>
    /** Saves what changed, with a snapshot of what was there before. */
    save(slug: string, change: LambdaChange): Promise<SaveOutcome>
    /** Gives the lambda another name; with `moveFolder` its folder too, so that its slug changes. */
    rename(slug: string, name: string, moveFolder: boolean): Promise<Lambda>
    /** Copies body, settings and cases; the ids on instances stay with the original. */
    duplicate(slug: string, name: string): Promise<Lambda>
    /** Deletes a lambda with its cases, so that `undelete` can bring it back. */
    delete(slug: string): Promise<DeletedLambda>
    /** Lambdas that can be brought back, the last deleted first. */
    deleted(): Promise<readonly DeletedLambda[]>
    /** Brings a deleted lambda back, under another slug where its own was taken since. */
    undelete(id: string): Promise<Lambda>
  }
  readonly history: {
    list(slug: string): Promise<HistoryListing>
    /** A snapshot beside what is on disk now. */
    compare(slug: string, entry: string): Promise<HistoryDifference>
    /** Puts a snapshot back, after a snapshot of what is there now. */
    restore(slug: string, entry: string): Promise<Lambda>
  }
  readonly drafts: {
    list(): Promise<readonly Draft[]>
    /** Keeps text that is not saved yet; on disk when the call is answered. */
    put(draft: NewDraft): Promise<void>
    discard(slug: string, part: DraftPart): Promise<void>
    /** The draft of a lambda.json, or of studio.json for null; null where there is none. */
    ofSettings(slug: string | null): Promise<SettingsDraft | null>
    putSettings(draft: SettingsFileChange): Promise<void>
    discardSettings(slug: string | null): Promise<void>
  }
}
