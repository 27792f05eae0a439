import type { JsonObject } from './json.ts'
import type { AssignmentCandidates, AssignmentChange, AssignmentOutcome } from './models/assignment.ts'
import type { LambdaUsage } from './models/assignment.ts'
import type {
  CaseChange,
  CaseDocument,
  CaseFile,
  CaseListing,
  CaseSaveOutcome,
  DeletedCase,
} from './models/case.ts'
import type { ExpectableReport, Expectation, ExpectationChoice, NewCase } from './models/case.ts'
import type {
  DirectoryChoices,
  Group,
  GroupDeletion,
  GroupDetail,
  GroupEdit,
} from './models/directory-group.ts'
import type { GroupEditOutcome, GroupPage, GroupQuery, NewGroup } from './models/directory-group.ts'
import type { MemberAddition, MemberFindings, MemberPage, MemberQuery } from './models/directory-member.ts'
import type { MemberRemoval, MemberResultPage, MemberSearchQuery } from './models/directory-member.ts'
import type { ParsedMembers, ReplacementOrder, ReplacementPlan } from './models/directory-member.ts'
import type { ReplacementRequest, ResultQuery } from './models/directory-member.ts'
import type { RoleChange, RoleChangePreview } from './models/directory-role-change.ts'
import type { MemberRun, MemberRunFormat, MemberRunPage, MemberRunQuery } from './models/directory-run.ts'
import type { UserDetail, UserInput, UserInputRequest, UserPage, UserQuery } from './models/directory-user.ts'
import type { Draft, DraftPart, NewDraft } from './models/draft.ts'
import type { EventLogPage, EventLogQuery } from './models/event-log.ts'
import type { ExportedFile, ExportRequest, ImportedFile, ImportOutcome } from './models/exchange.ts'
import type { ImportPlan, LambdaToImport } from './models/exchange.ts'
import type { HistoryDifference, HistoryListing } from './models/history.ts'
import type { CheckRequest } from './models/check.ts'
import type { HostInfo } from './models/host.ts'
import type { InstanceAddress, InstanceChange, InstanceInfo, LambdaCriteria } from './models/instance.ts'
import type { NewInstance, ProbeReport, RemoteLambdaSummary } from './models/instance.ts'
import type { Job } from './models/job.ts'
import type { DeletedLambda, Lambda, LambdaChange, LambdaListing, NewLambda } from './models/lambda.ts'
import type { SaveOutcome } from './models/lambda.ts'
import type { LambdaTypeInfo } from './models/lambda-type.ts'
import type { Problem } from './models/problem.ts'
import type { PromotionOrder, PromotionPlan, PromotionRequest } from './models/promotion.ts'
import type { RunReport, RunRequest } from './models/run.ts'
import type {
  SettingsDraft,
  SettingsFile,
  SettingsFileChange,
  SettingsSaveOutcome,
} from './models/settings-file.ts'
import type { SettingId, SettingsState, SomeSettingValue } from './models/setting.ts'
import type { Arrival, MenuSection, WorkspacePlace } from './models/shell.ts'
import type { EntryReference, SyncDifference, SyncOrder, SyncPlan, SyncReport } from './models/sync.ts'
import type { UndoableJob } from './models/sync.ts'
import type { CaseFailure, CaseReport, TestRun, TestSelection } from './models/test.ts'
import type { RecentWorkspace, WorkspaceInfo } from './models/workspace.ts'

/**
 * All that the product can do. Every face calls this and nothing else.
 * The groups from `lambdas` to `eventLog`, except `jobs`, work on the open workspace and fail with `no-workspace` where none is.
 */
export interface StudioApi {
  readonly host: {
    /** What this host is and can do. */
    info(): Promise<HostInfo>
    /** Versions, platform, settings that differ and failures by code, to copy into a report; no secrets, no names. */
    diagnostics(): Promise<string>
    /** The folder of the log; null where none is kept. */
    logFolder(): Promise<string | null>
    /** Opens the folder of the log, where the host has `openPaths`. */
    openLogFolder(): Promise<void>
  }
  readonly settings: {
    /** The user's settings, with what is wrong in their file. */
    read(): Promise<SettingsState>
    /** Changes one; a value that it does not take is refused. */
    change(id: SettingId, value: SomeSettingValue): Promise<SettingsState>
    /** Puts one back to the usual, or all of them. */
    reset(id: SettingId | null): Promise<SettingsState>
    /** Opens the settings file in an editor, where the host has `openPaths`. */
    openFile(): Promise<void>
  }
  /** What the program around the page does for it. Fails with `not-offered` where the host lacks the capability named. */
  readonly shell: {
    /** Has the user choose a folder; null where they chose none. Needs `nativeDialogs`. */
    chooseFolder(): Promise<string | null>
    /** Has the user choose where the file goes, and writes it there; false where they chose no place. Needs `nativeDialogs`. */
    saveFile(file: ExportedFile): Promise<boolean>
    /** Where a workspace is to be opened; brings the window that has it to the front. Always `here` without `manyWindows`. */
    placeWorkspace(folder: string): Promise<WorkspacePlace>
    /** Shows a window with the choice of a workspace. Needs `manyWindows`. */
    openWindow(): Promise<void>
    /** Fills the menu of the system with the page's commands. Needs `nativeMenu`. */
    showMenu(sections: readonly MenuSection[]): Promise<void>
    /** Marks the window as one with unsaved text, or no longer. Needs `manyWindows`. */
    markUnsaved(unsaved: boolean): Promise<void>
    /** Answers `shell.closing`: whether the window may close now. Needs `manyWindows`. */
    answerClosing(mayClose: boolean): Promise<void>
    /** Puts a file into the open workspace's folder that opens it when it is opened itself; gives its name. Needs `manyWindows`. */
    addOpener(): Promise<string>
    /** What came to this window from outside since it was last asked; nothing on a host to which nothing comes. */
    takeArrivals(): Promise<readonly Arrival[]>
    /** Looks for a newer version, and asks the user what to do with it. Needs `updates`. */
    checkForUpdate(): Promise<void>
  }
  readonly types: {
    /** Every lambda type in the catalogue. */
    list(): Promise<readonly LambdaTypeInfo[]>
    /** The JSON Schema of an input of this type; any object for a type that is not known. */
    inputSchema(type: string): Promise<JsonObject>
  }
  readonly checks: {
    /** What FusionAuth would refuse, drop or do otherwise than the body seems to expect; nothing is run. */
    check(request: CheckRequest): Promise<readonly Problem[]>
  }
  readonly runs: {
    /** Runs one lambda on one input. The outcome is in the report; only an unusable request is an error. */
    run(request: RunRequest): Promise<RunReport>
    /** Ends the run that was started with this `runId`; false where none is under way. */
    cancel(runId: string): Promise<boolean>
  }
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
    exportLambdas(request: ExportRequest): Promise<ExportedFile>
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
  readonly cases: {
    list(slug: string): Promise<CaseListing>
    read(slug: string, name: string): Promise<CaseDocument>
    create(slug: string, content: NewCase): Promise<CaseDocument>
    /** Saves a case's text; text that is not a case is refused with the place. */
    save(change: CaseChange): Promise<CaseSaveOutcome>
    rename(slug: string, name: string, newName: string): Promise<CaseDocument>
    duplicate(slug: string, name: string, newName: string): Promise<CaseDocument>
    /** Deletes a case and gives what was deleted, so that `undelete` can bring it back. */
    delete(slug: string, name: string): Promise<CaseDocument>
    /** Writes a deleted case again as it stood, under another name where its own was taken since. */
    undelete(slug: string, deleted: DeletedCase): Promise<CaseDocument>
    /** "Keep this run as a case": what a case must hold to run the same again. */
    ofRun(request: RunRequest): Promise<CaseFile>
    /** "Expect what just happened": an expectation that this report meets. */
    expectationOf(report: ExpectableReport, choice: ExpectationChoice): Promise<Expectation>
    /** What of a report is not as expected; nothing where the case passes. */
    failuresOf(report: ExpectableReport, expectation: Expectation): Promise<readonly CaseFailure[]>
    /** The JSON Schema of a case of this lambda type, for completion in an editor. */
    schema(type: string): Promise<object>
  }
  readonly tests: {
    /** Starts a test; results come as `tests.results`, progress and end as `jobs.changed`. */
    start(selection: TestSelection): Promise<{ readonly jobId: string }>
    /** The test of that job as far as it is; the last one where no job is named. */
    read(jobId: string | null): Promise<TestRun | null>
    /** Waits for the end of a test and gives it whole. */
    finish(jobId: string): Promise<TestRun>
    /** One case of a test with its report; of the last test where no job is named. */
    report(jobId: string | null, lambda: string, name: string): Promise<CaseReport | null>
  }
  readonly instances: {
    /** The instances of the workspace. */
    list(): Promise<readonly InstanceInfo[]>
    /** Adds an instance to studio.json, and keeps its key with the host. */
    add(instance: NewInstance, key: string | null): Promise<InstanceInfo>
    edit(id: string, change: InstanceChange): Promise<InstanceInfo>
    /** Takes an instance off the workspace and forgets its key; the lambdas keep their ids there. */
    remove(id: string): Promise<void>
    /** Keeps another key, or none. The old one is never shown. */
    setKey(id: string, key: string | null): Promise<InstanceInfo>
    /** Agrees, or no longer, to keep keys in a file that only the user can read where the host has no vault. */
    agreeToKeysInFile(agreed: boolean): Promise<void>
    /** Finds out what an instance is and what its key may do; changes nothing there. */
    probe(id: string): Promise<ProbeReport>
    /** As `probe`, before the instance is added. */
    probeAddress(address: InstanceAddress, key: string | null): Promise<ProbeReport>
    /** Finds lambdas on an instance, whether the workspace has them or not. */
    findLambdas(id: string, criteria: LambdaCriteria): Promise<readonly RemoteLambdaSummary[]>
  }
  readonly sync: {
    /** Compares the workspace with an instance, lambda by lambda; writes nothing. */
    plan(instance: string): Promise<SyncPlan>
    /** Both sides of one entry of a plan as they are now, with what a merge would give. */
    difference(instance: string, entry: EntryReference): Promise<SyncDifference>
    /** Starts to carry out entries; results come as `sync.results`, progress and end as `jobs.changed`. */
    apply(order: SyncOrder): Promise<{ readonly jobId: string }>
    /** What a job has done so far; null where the job is not known. */
    read(jobId: string): Promise<SyncReport | null>
    /** Waits for the end of a job and gives its whole report. */
    finish(jobId: string): Promise<SyncReport>
    /** Jobs that can be taken back, the last first. */
    undoable(): Promise<readonly UndoableJob[]>
    /** Takes back what a job did to the lambdas that nobody changed since; a job like any other. */
    undo(jobId: string, confirmation: string | null): Promise<{ readonly jobId: string }>
    /** Compares two instances; writes nothing. */
    planPromotion(request: PromotionRequest): Promise<PromotionPlan>
    /** Starts to promote lambdas; a job as `apply` starts one. */
    promote(order: PromotionOrder): Promise<{ readonly jobId: string }>
  }
  readonly assignments: {
    /** Where a lambda of the workspace is used on an instance. */
    usage(instance: string, slug: string): Promise<LambdaUsage>
    /** Where it may be assigned, and what is assigned there now. */
    candidates(instance: string, slug: string): Promise<AssignmentCandidates>
    /** Assigns a lambda, or takes one away. */
    assign(change: AssignmentChange): Promise<AssignmentOutcome>
  }
  readonly eventLog: {
    /** What lambdas left in the event log of an instance. */
    read(instance: string, query: EventLogQuery): Promise<EventLogPage>
    /** Tells new entries as `eventLog.entries` until the job is cancelled. */
    follow(instance: string, query: EventLogQuery): Promise<{ readonly jobId: string }>
  }
  readonly groups: {
    /** Tenants, applications and roles to choose from. */
    choices(instance: string): Promise<DirectoryChoices>
    list(instance: string, query: GroupQuery): Promise<GroupPage>
    read(instance: string, groupId: string): Promise<GroupDetail>
    create(instance: string, group: NewGroup): Promise<Group>
    /** Writes what differs between the group as it was seen and as it is wanted, and nothing else. */
    edit(instance: string, edit: GroupEdit): Promise<GroupEditOutcome>
    delete(instance: string, deletion: GroupDeletion): Promise<void>
    /** Who would gain or lose which role; looks at the first `bound` users. Writes nothing. */
    previewRoles(instance: string, change: RoleChange, bound?: number): Promise<RoleChangePreview>
  }
  readonly members: {
    list(instance: string, query: MemberQuery): Promise<MemberPage>
    search(instance: string, query: MemberSearchQuery): Promise<MemberFindings>
    /** Reads ids and e-mails out of pasted text, or users with data out of a CSV file; asks no server. */
    parse(text: string): Promise<ParsedMembers>
    /** Starts to add users; progress and end come as `jobs.changed`, results by `results`. */
    add(addition: MemberAddition): Promise<{ readonly jobId: string }>
    /** Starts to remove members; a job as `add` starts one. */
    remove(removal: MemberRemoval): Promise<{ readonly jobId: string }>
    /** What replacing the whole membership by a list would do. */
    planReplacement(request: ReplacementRequest): Promise<ReplacementPlan>
    /** Starts to replace the membership; a job as `add` starts one. */
    replace(order: ReplacementOrder): Promise<{ readonly jobId: string }>
    /** What a job of these has done so far, per user. The last ten jobs are remembered. */
    results(jobId: string, query: ResultQuery): Promise<MemberResultPage>
    /** Waits for the end of a job and gives its first results. */
    finish(jobId: string): Promise<MemberResultPage>
    /** Starts to run a lambda for every member of a group; a job as `add` starts one, rows by `runRows`. */
    run(order: MemberRun): Promise<{ readonly jobId: string }>
    /** How the lambda went so far, per member. The last three such jobs are remembered. */
    runRows(jobId: string, query: MemberRunQuery): Promise<MemberRunPage>
    /** Waits for the end of such a job and gives its first rows. */
    finishRun(jobId: string): Promise<MemberRunPage>
    /** The rows that a query asks for, all pages, as a file. */
    exportRun(jobId: string, query: MemberRunQuery, format: MemberRunFormat): Promise<ExportedFile>
  }
  readonly users: {
    find(instance: string, query: UserQuery): Promise<UserPage>
    /** A user with registrations, memberships, and roles by application with where each comes from. */
    read(instance: string, userId: string): Promise<UserDetail>
    /** A case input for a lambda type, as this person would bring it about. */
    input(instance: string, request: UserInputRequest): Promise<UserInput>
  }
  readonly jobs: {
    /** What is under way, and what ended of late. */
    list(): Promise<readonly Job[]>
    /** Stops a job; what it has done so far is kept. False where it is not under way. */
    cancel(jobId: string): Promise<boolean>
  }
}
