import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { toErrorData } from '../../../electron/contract/errors.ts'
import type { Group, GroupDetail } from '../../../electron/contract/models/directory-group.ts'
import { pagedRows } from '../../paging/paged-rows.ts'
import { isGone, shownDetail } from '../../paging/shown-detail.ts'
import { studio } from '../../studio.ts'
import { useChoices } from './choices-store.ts'
import { everyGroup, queryOf, type GroupFilter } from './group-filter.ts'

const typingMs = 200

/** The groups of the instance that is worked with, and the one that shows. */
export const useGroups = defineStore('groups', () => {
  const instance = ref<string>()
  const filter = shallowRef<GroupFilter>(everyGroup)
  const {
    openId,
    detail,
    failure,
    leaving,
    show,
    read,
    recall,
    enter: leaveFor,
  } = shownDetail<GroupDetail>(instance, (at, id) => studio.groups.read(at, id))

  watch(failure, (now) => {
    if (now && isGone(now)) void list.refresh()
  })

  const list = pagedRows<Group>(async (startRow, numberOfResults) => {
    const query = { ...queryOf(filter.value), startRow, numberOfResults }
    const { groups, total } = await studio.groups.list(instance.value ?? '', query)
    return { rows: groups, total }
  })

  let timer: ReturnType<typeof setTimeout> | undefined
  watch(filter, () => {
    clearTimeout(timer)
    // Where no instance is worked with, there is none to ask.
    if (instance.value !== undefined) timer = setTimeout(() => void list.restart(), typingMs)
  })

  /** Works with another instance; nothing of the one before stays. */
  function enter(id: string | undefined): void {
    if (instance.value === id) return
    leaveFor(id)
    filter.value = everyGroup
    list.clear()
    if (id === undefined) return
    void useChoices().load(id)
    void list.restart()
  }

  async function reload(): Promise<void> {
    await Promise.all([list.refresh(), read()])
  }

  /** Deletes a group; the list is read again. */
  async function remove(groupId: string, confirmation: string | null): Promise<void> {
    try {
      await studio.groups.delete(instance.value ?? '', { groupId, confirmation })
    } catch (thrown) {
      if (isGone(toErrorData(thrown))) await read()
      throw thrown
    }
    if (openId.value === groupId) show(undefined)
    await list.refresh()
  }

  return {
    instance,
    filter,
    list,
    openId,
    detail,
    failure,
    leaving,
    enter,
    show,
    read,
    recall,
    reload,
    remove,
  }
})
