import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type { GroupDetail } from '../../../electron/contract/models/directory-group.ts'
import { t } from '../../messages/translate.ts'
import { isGone } from '../../paging/shown-detail.ts'
import { useForms, type HeldForm } from '../../forms/forms-store.ts'
import { useFailures } from '../../shell/failures-store.ts'
import { studio } from '../../studio.ts'
import { useChoices } from './choices-store.ts'
import { draftOf, editableOfDraft, faultsOf, groupOfDraft, newDraft, type GroupDraft } from './group-draft.ts'
import { useGroups } from './groups-store.ts'
import { shownAs } from './shown-as.ts'

/** The form of a new group or of one that is edited. */
export const useGroupForm = defineStore('groupForm', () => {
  const groups = useGroups()
  const choices = useChoices()
  const failures = useFailures()
  const draft = shallowRef<GroupDraft>()
  const failure = shallowRef<ErrorData>()
  /** Places that somebody else changed meanwhile. */
  const conflicts = shallowRef<readonly string[]>([])
  const sending = ref(false)
  /** The form as it was opened. */
  let begun: GroupDraft | undefined

  const needsTenant = computed(() => draft.value?.groupId === undefined && choices.tenants.length > 1)
  const faults = computed(() => (draft.value ? faultsOf(draft.value, needsTenant.value) : {}))
  const usable = computed(() => draft.value !== undefined && Object.keys(faults.value).length === 0)

  function begin(next: GroupDraft): void {
    draft.value = begun = next
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

  const isTouched = (): boolean =>
    draft.value !== undefined && JSON.stringify(draft.value) !== JSON.stringify(begun)

  /** Closes a form in which nothing was typed; what was, is not lost by a key. */
  function leaveUntouched(): void {
    if (!isTouched()) leave()
  }

  const held: HeldForm = {
    scope: 'directory',
    title: () => draft.value?.name.trim() || t('group.new'),
    isTouched,
    close: leave,
  }
  useForms().hold(held)

  /** Closes the form; one that was filled in only where the user agrees. */
  const cancel = (): Promise<void> => useForms().leave(held)

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
    const { instance = '' } = groups
    try {
      const made = await studio.groups.create(instance, { ...groupOfDraft(given), confirmation })
      if (groups.instance !== instance) return true
      leave()
      groups.show(made.id)
      void groups.list.refresh()
      return true
    } catch (thrown) {
      tell(toErrorData(thrown), undefined)
      return false
    }
  }

  /** The group shows as edited at once; what the server refuses is undone and comes back to the form, unless there is another by then. */
  async function edit(given: GroupDraft, groupId: string, confirmation: string | null): Promise<boolean> {
    const { instance = '', detail: before } = groups
    const wanted = editableOfDraft(given)
    const seen = given.seen ?? wanted
    if (before) groups.detail = shownAs(before, wanted, choices.applications)
    leave()
    const undo = (next: GroupDraft, detail: GroupDetail | undefined): void => {
      if (groups.instance !== instance) return
      if (groups.openId === groupId) groups.detail = detail
      draft.value ??= next
    }
    try {
      const outcome = await studio.groups.edit(instance, { groupId, seen, wanted, confirmation })
      if (outcome.kind !== 'conflict') {
        if (groups.instance === instance) await groups.reload()
        return true
      }
      const { group, places } = outcome
      undo(startingFrom(group, given), before && { ...before, group })
      if (isDraftOf(groupId)) conflicts.value = places
      else failures.show(conflictOf(given, places))
    } catch (thrown) {
      undo(given, before)
      const error = toErrorData(thrown)
      tell(error, groupId)
      if (isGone(error)) void groups.read()
    }
    return false
  }

  const isDraftOf = (groupId: string | undefined): boolean => draft.value?.groupId === groupId

  /** Says what went wrong in the form; where another form stands by now, where everything else is said. */
  function tell(error: ErrorData, groupId: string | undefined): void {
    if (draft.value && isDraftOf(groupId)) failure.value = error
    else failures.show(error)
  }

  /** The next save starts from what the server has now, so that it is a choice and no accident. */
  const startingFrom = (group: GroupDetail['group'], given: GroupDraft): GroupDraft => ({
    ...given,
    seen: draftOf(group).seen,
  })

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
    cancel,
    leaveUntouched,
    save,
  }
})

const conflictOf = ({ name }: GroupDraft, places: readonly string[]): ErrorData => ({
  code: 'group-changed',
  message: t('group.conflict', { places: places.join(', ') }),
  hint: t('group.notWritten', { name }),
})
