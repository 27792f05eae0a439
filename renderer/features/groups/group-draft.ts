import { isJsonObject, type JsonObject } from '../../../electron/contract/json.ts'
import type { EditableGroup, Group, NewGroup } from '../../../electron/contract/models/directory-group.ts'

/** A group in the form: a new one, or one that is edited, with what it was when the form opened. */
export interface GroupDraft {
  readonly groupId: string | undefined
  readonly seen: EditableGroup | undefined
  readonly name: string
  /** The id that a new group shall have; empty where the server makes it. */
  readonly id: string
  readonly tenantId: string
  /** The text of the data editor, JSON or not yet. */
  readonly data: string
  readonly roleIds: readonly string[]
}

/** Why a draft cannot be sent, by field. */
export interface DraftFaults {
  readonly name?: 'missing'
  readonly id?: 'not-an-id'
  readonly tenantId?: 'missing'
  readonly data?: 'not-json' | 'not-an-object'
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function newDraft(tenantId: string): GroupDraft {
  return { groupId: undefined, seen: undefined, name: '', id: '', tenantId, data: '{}\n', roleIds: [] }
}

export function draftOf(group: Group): GroupDraft {
  const seen = editableOf(group)
  return {
    groupId: group.id,
    seen,
    name: group.name,
    id: group.id,
    tenantId: group.tenantId ?? '',
    data: formatData(group.data),
    roleIds: seen.roleIds,
  }
}

/** What of a group can be edited. */
export function editableOf({ name, data, roles }: Group): EditableGroup {
  return { name, data, roleIds: Object.values(roles).flatMap((list) => list.map(({ id }) => id)) }
}

export function formatData(data: JsonObject): string {
  return `${JSON.stringify(data, null, 2)}\n`
}

/** What is wrong with a draft; nothing where it can be sent. */
export function faultsOf(draft: GroupDraft, needsTenant: boolean): DraftFaults {
  const data = faultOfData(draft.data)
  return {
    ...(draft.name.trim() === '' && { name: 'missing' as const }),
    ...(draft.id.trim() !== '' && !uuid.test(draft.id.trim()) && { id: 'not-an-id' as const }),
    ...(needsTenant && draft.tenantId === '' && { tenantId: 'missing' as const }),
    ...(data && { data }),
  }
}

/** Why a text is not the data of a group or member; an empty one counts as no data. */
export function faultOfData(text: string): 'not-json' | 'not-an-object' | undefined {
  if (text.trim() === '') return undefined
  try {
    return isJsonObject(JSON.parse(text)) ? undefined : 'not-an-object'
  } catch {
    return 'not-json'
  }
}

/** The data of a text that {@link faultOfData} finds nothing wrong with. */
export function readData(text: string): JsonObject {
  return text.trim() === '' ? {} : (JSON.parse(text) as JsonObject)
}

/** The fields of a draft without faults. */
export function editableOfDraft({ name, data, roleIds }: GroupDraft): EditableGroup {
  return { name: name.trim(), data: readData(data), roleIds: [...roleIds] }
}

/** A new group out of a draft without faults. */
export function groupOfDraft(draft: GroupDraft): NewGroup {
  return {
    ...editableOfDraft(draft),
    ...(draft.id.trim() !== '' && { id: draft.id.trim() }),
    ...(draft.tenantId !== '' && { tenantId: draft.tenantId }),
  }
}

/** Whether the form holds other roles than the group had. */
export function changesRoles({ seen, roleIds }: GroupDraft): boolean {
  const before = seen?.roleIds ?? []
  return before.length !== roleIds.length || before.some((id) => !roleIds.includes(id))
}
