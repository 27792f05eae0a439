import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type { GroupDetail } from '../../../electron/contract/models/directory-group.ts'
import { isGone } from '../../paging/shown-detail.ts'
import { studio } from '../../studio.ts'
import { useChoices } from './choices-store.ts'
import { draftOf, editableOfDraft, faultsOf, groupOfDraft, newDraft, type GroupDraft } from './group-draft.ts'
import { useGroups } from './groups-store.ts'
import { shownAs } from './shown-as.ts'

/** The form of a new group or of one that is edited. */
export const useGroupForm = defineStore('groupForm', () => {
  const groups = useGroups()
  const choices = useChoices()
  const draft = shallowRef<GroupDraft>()
  const failure = shallowRef<ErrorData>()
  /** Places that somebody else changed meanwhile. */
  const conflicts = shallowRef<readonly string[]>([])
  const sending = ref(false)

  const needsTenant = computed(() => draft.value?.groupId === undefined && choices.tenants.length > 1)
  const faults = computed(() => (draft.value ? faultsOf(draft.value, needsTenant.value) : {}))
  const usable = computed(() => draft.value !== undefined && Object.keys(faults.value).length === 0)

  function begin(next: GroupDraft): void {
    draft.value = next
    failure.value = undefined
    conflicts.value = []
  }

  const beginNew = (): void => begin(newDraft(groups.filter.tenantId || onlyTenant()))
  const onlyTenant = (): string => (choices.tenants.length === 1 ? (choices.tenants[0]?.id ?? '') : '')

  function beginEdit(): void {
    if (groups.detail) begin(draftOf(groups.detail.group))
  }

  function change(fields: Partial<GroupDraft>): void {
    if (draft.value) draft.value = { ...draft.value, ...fields }
  }

  const leave = (): void => void (draft.value = undefined)

  async function save(confirmation: string | null): Promise<boolean> {
    if (!draft.value || !usable.value || sending.value) return false
    failure.value = undefined
    sending.value = true
    try {
      return await send(draft.value, confirmation)
    } finally {
      sending.value = false
    }
  }

  const send = (given: GroupDraft, confirmation: string | null): Promise<boolean> =>
    given.groupId === undefined ? create(given, confirmation) : edit(given, given.groupId, confirmation)

  async function create(given: GroupDraft, confirmation: string | null): Promise<boolean> {
    try {
      const made = await studio.groups.create(groups.instance ?? '', { ...groupOfDraft(given), confirmation })
      leave()
      groups.show(made.id)
      void groups.list.refresh()
      return true
    } catch (thrown) {
      failure.value = toErrorData(thrown)
      return false
    }
  }

  /** The group shows as edited at once; what the server refuses is undone and comes back to the form. */
  async function edit(given: GroupDraft, groupId: string, confirmation: string | null): Promise<boolean> {
    const before = groups.detail
    const wanted = editableOfDraft(given)
    const seen = given.seen ?? wanted
    if (before) groups.detail = shownAs(before, wanted, choices.applications)
    leave()
    const undo = (): void => {
      if (groups.openId === groupId) groups.detail = before
      draft.value = given
    }
    try {
      const order = { groupId, seen, wanted, confirmation }
      const outcome = await studio.groups.edit(groups.instance ?? '', order)
      if (outcome.kind !== 'conflict') {
        await groups.reload()
        return true
      }
      undo()
      takeTheirs(before, outcome.group, given)
      conflicts.value = outcome.places
    } catch (thrown) {
      undo()
      failure.value = toErrorData(thrown)
      if (isGone(failure.value)) void groups.read()
    }
    return false
  }

  /** The next save starts from what the server has now, so that it is a choice and no accident. */
  function takeTheirs(before: GroupDetail | undefined, group: GroupDetail['group'], given: GroupDraft): void {
    if (before) groups.detail = { ...before, group }
    const { seen } = draftOf(group)
    draft.value = { ...given, seen }
  }

  return {
    draft,
    failure,
    conflicts,
    sending,
    needsTenant,
    faults,
    usable,
    beginNew,
    beginEdit,
    change,
    leave,
    save,
  }
})
