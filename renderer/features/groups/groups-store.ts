import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type { Group, GroupDetail } from '../../../electron/contract/models/directory-group.ts'
import { pagedRows } from '../../paging/paged-rows.ts'
import { studio } from '../../studio.ts'
import { useChoices } from './choices-store.ts'
import { everyGroup, queryOf, type GroupFilter } from './group-filter.ts'

const typingMs = 200

/** The groups of the instance that is worked with, and the one that shows. */
export const useGroups = defineStore('groups', () => {
  const instance = ref<string>()
  const filter = shallowRef<GroupFilter>(everyGroup)
  const openId = ref<string>()
  const detail = shallowRef<GroupDetail>()
  const failure = shallowRef<ErrorData>()

  const list = pagedRows<Group>(async (startRow, numberOfResults) => {
    const query = { ...queryOf(filter.value), startRow, numberOfResults }
    const { groups, total } = await studio.groups.list(instance.value ?? '', query)
    return { rows: groups, total }
  })

  let timer: ReturnType<typeof setTimeout> | undefined
  watch(filter, () => {
    clearTimeout(timer)
    timer = setTimeout(() => void list.restart(), typingMs)
  })

  /** Works with another instance; nothing of the one before stays. */
  function enter(id: string | undefined): void {
    if (instance.value === id) return
    instance.value = id
    filter.value = everyGroup
    show(undefined)
    list.clear()
    if (id === undefined) return
    void useChoices().load(id)
    void list.restart()
  }

  /** Shows a group, or none. */
  function show(groupId: string | undefined): void {
    openId.value = groupId
    detail.value = failure.value = undefined
    void read()
  }

  /** Reads the group that shows again. */
  async function read(): Promise<void> {
    const [id, at] = [openId.value, instance.value]
    if (id === undefined || at === undefined) return
    const isCurrent = (): boolean => openId.value === id && instance.value === at
    try {
      const found = await studio.groups.read(at, id)
      if (isCurrent()) detail.value = found
      failure.value = undefined
    } catch (thrown) {
      if (isCurrent()) failure.value = toErrorData(thrown)
    }
  }

  async function reload(): Promise<void> {
    await Promise.all([list.refresh(), read()])
  }

  /** Deletes a group; the list is read again. */
  async function remove(groupId: string, confirmation: string | null): Promise<void> {
    await studio.groups.delete(instance.value ?? '', { groupId, confirmation })
    if (openId.value === groupId) show(undefined)
    await list.refresh()
  }

  return { instance, filter, list, openId, detail, failure, enter, show, read, reload, remove }
})
