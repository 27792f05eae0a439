import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type { Member } from '../../../electron/contract/models/directory-member.ts'
import { pagedRows } from '../../paging/paged-rows.ts'
import { studio } from '../../studio.ts'

const typingMs = 250

/** The group whose members show. */
interface Place {
  readonly instance: string
  readonly groupId: string
}

/** The members of the group that shows: all page by page, or those that a search finds. */
export const useMembers = defineStore('members', () => {
  const place = shallowRef<Place>()
  const newestFirst = ref(false)
  const selected = shallowReactive(new Map<string, Member>())

  /** Why members show by their ids. */
  const usersUnread = shallowRef<ErrorData>()
  const list = pagedRows<Member>(async (startRow, numberOfResults) => {
    const { instance = '', groupId = '' } = place.value ?? {}
    const query = { groupId, startRow, numberOfResults, descending: newestFirst.value }
    const page = await studio.members.list(instance, query)
    usersUnread.value = page.usersUnread ?? undefined
    return { rows: page.members, total: page.total }
  })

  const text = ref('')
  const found = shallowRef<readonly Member[]>()
  const next = ref<string | null>(null)
  const searching = ref(false)
  const searchFailure = shallowRef<ErrorData>()

  const failure = computed(() => searchFailure.value ?? list.failure.value)
  const total = computed(() => found.value?.length ?? list.total.value)
  const at = (row: number): Member | undefined => (found.value ? found.value[row] : list.at(row))

  /** The member of that id, where it is selected or known. */
  const find = (id: string): Member | undefined =>
    selected.get(id) ?? (found.value ?? list.known()).find((member) => member.id === id)

  function enter(next: Place | undefined): void {
    if (place.value?.instance === next?.instance && place.value?.groupId === next?.groupId) return
    place.value = next
    endSearch()
    selected.clear()
    list.clear()
    usersUnread.value = undefined
    if (next) void list.restart()
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  function search(wanted: string): void {
    text.value = wanted
    clearTimeout(timer)
    if (wanted.trim() === '') endSearch()
    else timer = setTimeout(() => void look(null), typingMs)
  }

  function endSearch(): void {
    clearTimeout(timer)
    asked += 1
    text.value = ''
    found.value = searchFailure.value = undefined
    next.value = null
    searching.value = false
  }

  /** Searches from the start, or goes on where the last answer ended. */
  async function look(from: string | null): Promise<void> {
    const number = ++asked
    const { instance = '', groupId = '' } = place.value ?? {}
    searching.value = true
    try {
      const findings = await studio.members.search(instance, { groupId, text: text.value.trim(), next: from })
      if (number !== asked) return
      found.value = from === null ? findings.members : [...(found.value ?? []), ...findings.members]
      next.value = findings.next
      searchFailure.value = undefined
    } catch (thrown) {
      if (number === asked) searchFailure.value = toErrorData(thrown)
    } finally {
      if (number === asked) searching.value = false
    }
  }

  const findMore = (): Promise<void> => look(next.value)

  function toggle(member: Member): void {
    if (!selected.delete(member.id)) selected.set(member.id, member)
  }

  async function sort(newest: boolean): Promise<void> {
    newestFirst.value = newest
    await list.restart()
  }

  /** Reads again after a change. */
  async function refresh(): Promise<void> {
    selected.clear()
    await Promise.all([list.refresh(), found.value && text.value !== '' ? look(null) : undefined])
  }

  return {
    place,
    newestFirst,
    selected,
    list,
    text,
    found,
    next,
    searching,
    failure,
    usersUnread,
    total,
    at,
    find,
    enter,
    search,
    endSearch,
    findMore,
    toggle,
    sort,
    refresh,
  }
})
