import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type { UserDetail, UserSummary } from '../../../electron/contract/models/directory-user.ts'
import { shownDetail } from '../../paging/shown-detail.ts'
import { studio } from '../../studio.ts'

const typingMs = 250

/** Users that a search found, and the one that shows. */
export const useUsers = defineStore('users', () => {
  const instance = ref<string>()
  const text = ref('')
  /** Empty for all tenants. */
  const tenantId = ref('')
  const found = shallowRef<readonly UserSummary[]>([])
  const total = ref<number | null>(null)
  const next = ref<string | null>(null)
  const searching = ref(false)
  /** Why nothing, or not everything, could be found. */
  const searchFailure = shallowRef<ErrorData>()
  const {
    openId,
    detail,
    failure,
    leaving,
    show,
    read,
    recall,
    enter: leaveFor,
  } = shownDetail<UserDetail>(instance, (at, id) => studio.users.read(at, id))
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  /** Works with another instance; nothing of the one before stays. */
  function enter(id: string | undefined): void {
    if (instance.value === id) return
    leaveFor(id)
    clearTimeout(timer)
    asked += 1
    text.value = tenantId.value = ''
    found.value = []
    total.value = next.value = null
    searching.value = false
    searchFailure.value = undefined
    if (id !== undefined) void find(null)
  }

  function search(wanted: string): void {
    text.value = wanted
    clearTimeout(timer)
    timer = setTimeout(() => void find(null), typingMs)
  }

  /** Searches in one tenant, or in all. */
  function choose(tenant: string): void {
    tenantId.value = tenant
    void find(null)
  }

  /** Searches from the start, or goes on where the last answer ended. */
  async function find(from: string | null): Promise<void> {
    const number = ++asked
    searching.value = true
    try {
      const query = {
        text: text.value.trim(),
        next: from,
        ...(tenantId.value !== '' && { tenantId: tenantId.value }),
      }
      const page = await studio.users.find(instance.value ?? '', query)
      if (number !== asked) return
      found.value = from === null ? page.users : [...found.value, ...page.users]
      total.value = page.total
      next.value = page.next
      searchFailure.value = page.searchAway ?? undefined
    } catch (thrown) {
      if (number === asked) searchFailure.value = toErrorData(thrown)
    } finally {
      if (number === asked) searching.value = false
    }
  }

  const findMore = async (): Promise<void> => {
    if (next.value !== null && !searching.value) await find(next.value)
  }

  return {
    instance,
    text,
    tenantId,
    found,
    total,
    next,
    searching,
    searchFailure,
    openId,
    detail,
    failure,
    leaving,
    enter,
    search,
    choose,
    find,
    findMore,
    show,
    read,
    recall,
  }
})
