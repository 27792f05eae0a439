import { z } from 'zod'
import type { StudioApi } from '../../contract/api.ts'
import { checked, parseArguments, type Checked, type CheckedApi } from '../../contract/checked.ts'
import * as group from '../../contract/models/directory-group.ts'
import * as member from '../../contract/models/directory-member.ts'
import * as memberChange from '../../contract/models/directory-member-change.ts'
import { roleChange, roleChangeBound } from '../../contract/models/directory-role-change.ts'
import { memberRun, memberRunFormat, memberRunQuery } from '../../contract/models/directory-run.ts'
import { userInputRequest, userQuery } from '../../contract/models/directory-user.ts'
import { everywhere, inTenant, type DirectoryPorts } from './directory-ports.ts'
import { createNewGroup, editGroup, removeGroup } from './groups/change-groups.ts'
import { listGroups } from './groups/list-groups.ts'
import { previewRoles } from './groups/preview-roles.ts'
import { readGroup } from './groups/read-group.ts'
import { connectToWrite } from './guard-write.ts'
import { readInput } from './input/read-input.ts'
import { listMembers } from './members/list-members.ts'
import { MemberJobs } from './members/member-jobs.ts'
import {
  placeOf,
  planReplacementOf,
  startAddition,
  startRemoval,
  startReplacement,
} from './members/member-orders.ts'
import { parseMembers } from './members/parse-members.ts'
import { searchInGroup } from './members/search-members.ts'
import { findUsers } from './people/find-users.ts'
import { detailOf, readPerson } from './people/read-user.ts'
import { retrieveChoices } from './rest/choices.ts'
import { RunJobs } from './runs/run-jobs.ts'

type Calls = Pick<CheckedApi<StudioApi>, 'groups' | 'members' | 'users'>

const instance = z.string().min(1)
const jobId = z.string().max(100)
/** Of pasted text or a file, in characters. */
const pastedText = z.string().max(64 * 1024 * 1024)

/** The calls about groups, members and users. */
export function directoryCalls(ports: DirectoryPorts): Calls {
  return { groups: groupCalls(ports), members: memberCalls(ports), users: userCalls(ports) }
}

/** As `checked`, for callers inside the process too: they may leave out what has a default. */
function call<const Schemas extends readonly z.ZodType[], R>(
  path: string,
  schemas: Schemas,
  run: (...args: { -readonly [K in keyof Schemas]: z.output<Schemas[K]> }) => Promise<R>,
): Checked<typeof run> {
  const believing = checked(schemas, run)
  const parsing = (...args: Parameters<typeof run>) =>
    run(...(parseArguments(path, believing, args) as Parameters<typeof run>))
  return checked(schemas, parsing)
}

function groupCalls(ports: DirectoryPorts): Calls['groups'] {
  const { instances } = ports
  return {
    choices: call('groups.choices', [instance], async (id) => retrieveChoices(await instances.connect(id))),
    list: call('groups.list', [instance, group.groupQuery], async (id, query) => {
      const connected = await instances.connect(id)
      return listGroups(inTenant(ports, connected, query.tenantId ?? null), query)
    }),
    read: call('groups.read', [instance, group.directoryId], async (id, groupId) =>
      readGroup(await instances.connect(id), groupId),
    ),
    create: call('groups.create', [instance, group.newGroup], async (id, made) => {
      const connected = await connectToWrite(ports, id, made.confirmation)
      const scoped = inTenant(ports, connected, made.tenantId ?? null)
      return createNewGroup({ instance: scoped, everywhere: everywhere(ports, connected) }, made)
    }),
    edit: call('groups.edit', [instance, group.groupEdit], async (id, edit) => {
      const connected = await connectToWrite(ports, id, edit.confirmation)
      return editGroup({ instance: connected, everywhere: everywhere(ports, connected) }, edit)
    }),
    delete: call('groups.delete', [instance, group.groupDeletion], async (id, deletion) =>
      removeGroup(await connectToWrite(ports, id, deletion.confirmation), deletion),
    ),
    previewRoles: call(
      'groups.previewRoles',
      [instance, roleChange, roleChangeBound],
      async (id, change, bound) => previewRoles(await instances.connect(id), change, bound),
    ),
  }
}

function memberCalls(ports: DirectoryPorts): Calls['members'] {
  const { instances } = ports
  const jobs = new MemberJobs(ports.jobs)
  const started = (id: string) => ({ jobId: id })
  return {
    list: call('members.list', [instance, member.memberQuery], async (id, query) =>
      listMembers(await instances.connect(id), query),
    ),
    search: call('members.search', [instance, member.memberSearchQuery], async (id, query) => {
      const place = await placeOf(ports, await instances.connect(id), query.groupId)
      return searchInGroup(place.instance, query)
    }),
    parse: call('members.parse', [pastedText], (text) => Promise.resolve(parseMembers(text))),
    add: call('members.add', [memberChange.memberAddition], async (order) =>
      started(await startAddition(ports, jobs, order)),
    ),
    remove: call('members.remove', [memberChange.memberRemoval], async (order) =>
      started(await startRemoval(ports, jobs, order)),
    ),
    planReplacement: call('members.planReplacement', [memberChange.replacementRequest], (request) =>
      planReplacementOf(ports, request),
    ),
    replace: call('members.replace', [memberChange.replacementOrder], async (order) =>
      started(await startReplacement(ports, jobs, order)),
    ),
    results: call('members.results', [jobId, memberChange.resultQuery], (id, query) =>
      Promise.resolve(jobs.results(id, query)),
    ),
    finish: call('members.finish', [jobId], async (id) => {
      await jobs.ended(id)
      return jobs.results(id, memberChange.resultQuery.parse({}))
    }),
    ...runCalls(ports),
  }
}

function runCalls(
  ports: DirectoryPorts,
): Pick<Calls['members'], 'run' | 'runRows' | 'finishRun' | 'exportRun'> {
  const runs = new RunJobs(ports)
  return {
    run: call('members.run', [memberRun], async (order) => ({ jobId: await runs.start(order) })),
    runRows: call('members.runRows', [jobId, memberRunQuery], (id, query) =>
      Promise.resolve(runs.page(id, query)),
    ),
    finishRun: call('members.finishRun', [jobId], async (id) => {
      await runs.ended(id)
      return runs.page(id, memberRunQuery.parse({}))
    }),
    exportRun: call('members.exportRun', [jobId, memberRunQuery, memberRunFormat], (id, query, format) =>
      Promise.resolve(runs.export(id, query, format)),
    ),
  }
}

function userCalls(ports: DirectoryPorts): Calls['users'] {
  const { instances } = ports
  return {
    find: call('users.find', [instance, userQuery], async (id, query) => {
      const connected = await instances.connect(id)
      const within = (tenantId: string) => inTenant(ports, connected, tenantId)
      return findUsers(
        { instance: query.tenantId === undefined ? connected : within(query.tenantId), within },
        query,
      )
    }),
    read: call('users.read', [instance, group.directoryId], async (id, userId) =>
      detailOf(await readPerson(await instances.connect(id), userId)),
    ),
    input: call('users.input', [instance, userInputRequest], async (id, request) =>
      readInput(await instances.connect(id), request),
    ),
  }
}
