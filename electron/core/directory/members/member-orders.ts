import type { z } from 'zod'
import type {
  memberAddition,
  memberRemoval,
  RemovalChoice,
  replacementOrder,
  replacementRequest,
  ReplacementPlan,
} from '../../../contract/models/directory-member-change.ts'
import type { Group } from '../../../contract/models/directory-group.ts'
import type { Instance } from '../../instance/instance.ts'
import { inTenant, type DirectoryPorts } from '../directory-ports.ts'
import { existingGroup } from '../groups/change-groups.ts'
import { connectToWrite } from '../guard-write.ts'
import { addEntries } from './add-members.ts'
import type { OrderRow } from './ledger.ts'
import type { MemberControl, MemberJobs } from './member-jobs.ts'
import { readReplacement, showReplacement } from './read-replacement.ts'
import { removeChosen } from './remove-members.ts'
import { assertAgreed, replaceMembership, replacementRows } from './replace-members.ts'

/** A group on its instance, whose requests are scoped to the group's tenant. */
interface Place {
  readonly instance: Instance
  readonly group: Group
}

/** Starts to add users. @throws StudioError `group-not-found`; as `connectToWrite` */
export async function startAddition(
  ports: DirectoryPorts,
  jobs: MemberJobs,
  order: z.output<typeof memberAddition>,
): Promise<string> {
  const place = await placeToWrite(ports, order)
  const rows = order.entries.map(({ user, line }, row): OrderRow => {
    return { line: line ?? row + 1, given: user, action: 'add' }
  })
  return jobs.start((control) =>
    addEntries({ ...place, ...control, ledger: control.open(rows) }, order.entries),
  )
}

/** Starts to remove members. @throws as {@link startAddition} */
export async function startRemoval(
  ports: DirectoryPorts,
  jobs: MemberJobs,
  order: z.output<typeof memberRemoval>,
): Promise<string> {
  const place = await placeToWrite(ports, order)
  const rows = removalRows(order.choice, place.group.name)
  return jobs.start((control) =>
    removeChosen({ ...place, ...control, ledger: control.open(rows) }, order.choice),
  )
}

function removalRows(choice: RemovalChoice, groupName: string): readonly OrderRow[] {
  const action = 'remove'
  if (choice.kind === 'all') return [{ line: null, given: groupName, action }]
  if (choice.kind === 'members') return choice.members.map(({ id }) => ({ line: null, given: id, action }))
  return choice.entries.map(({ user, line }, row) => ({ line: line ?? row + 1, given: user, action }))
}

/** What replacing the membership would do. @throws StudioError `group-not-found` */
export async function planReplacementOf(
  ports: DirectoryPorts,
  { instance: id, groupId, entries }: z.output<typeof replacementRequest>,
): Promise<ReplacementPlan> {
  const { instance } = await placeOf(ports, await ports.instances.connect(id), groupId)
  const read = await readReplacement(instance, groupId, entries, new AbortController().signal)
  return showReplacement(instance, read, entries)
}

/** Starts to replace the membership. @throws as {@link startAddition} */
export async function startReplacement(
  ports: DirectoryPorts,
  jobs: MemberJobs,
  order: z.output<typeof replacementOrder>,
): Promise<string> {
  const place = await placeToWrite(ports, order)
  return jobs.start((control) => replace(place, control, order))
}

async function replace(
  place: Place,
  control: MemberControl,
  order: z.output<typeof replacementOrder>,
): Promise<void> {
  const { entries } = order
  const read = await readReplacement(place.instance, place.group.id, entries, control.signal)
  assertAgreed(read, order, entries)
  const ledger = control.open(replacementRows(read, entries))
  await replaceMembership({ ...place, ...control, ledger }, read, entries)
}

interface Order {
  readonly instance: string
  readonly groupId: string
  readonly confirmation: string | null
}

async function placeToWrite(ports: DirectoryPorts, order: Order): Promise<Place> {
  const connected = await connectToWrite(ports, order.instance, order.confirmation)
  return placeOf(ports, connected, order.groupId)
}

/** Users have e-mails that are theirs within a tenant alone, so requests say which one is meant. */
export async function placeOf(ports: DirectoryPorts, connected: Instance, groupId: string): Promise<Place> {
  const group = await existingGroup(connected, groupId)
  return { instance: inTenant(ports, connected, group.tenantId), group }
}
