import type {
  DirectoryChoices,
  Group,
  GroupDeletion,
  GroupDetail,
  GroupEdit,
  GroupEditOutcome,
  GroupPage,
  GroupQuery,
  NewGroup,
} from '../models/directory-group.ts'
import type {
  MemberFindings,
  MemberPage,
  MemberQuery,
  MemberSearchQuery,
  ParsedMembers,
} from '../models/directory-member.ts'
import type {
  MemberAddition,
  MemberRemoval,
  MemberResultPage,
  ReplacementOrder,
  ReplacementPlan,
  ReplacementRequest,
  ResultQuery,
} from '../models/directory-member-change.ts'
import type { RoleChange, RoleChangePreview } from '../models/directory-role-change.ts'
import type { MemberRun, MemberRunFormat, MemberRunPage, MemberRunQuery } from '../models/directory-run.ts'
import type {
  UserDetail,
  UserInput,
  UserInputRequest,
  UserPage,
  UserQuery,
} from '../models/directory-user.ts'
import type { ExportedFile } from '../models/exchange.ts'

/** Groups and people of an instance. */
export interface DirectoryApi {
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
}
