import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type { PlanEntry, SyncDifference } from '../../../electron/contract/models/sync.ts'
import { studio } from '../../studio.ts'

/** Both sides of the entry that shows. */
export const useDifference = defineStore('difference', () => {
  const shown = shallowRef<SyncDifference>()
  const failure = shallowRef<ErrorData>()
  let asked: PlanEntry | undefined

  /** Reads both sides; what shows stays until the answer is there, unless it is of another lambda. */
  async function show(instance: string | undefined, entry: PlanEntry | undefined): Promise<void> {
    const isOther = asked?.slug !== entry?.slug || asked?.id !== entry?.id
    asked = entry
    if (isOther) shown.value = failure.value = undefined
    if (instance === undefined || !entry) return
    try {
      const found = await studio.sync.difference(instance, { slug: entry.slug, id: entry.id })
      if (asked === entry) [shown.value, failure.value] = [found, undefined]
    } catch (thrown) {
      if (asked === entry) failure.value = toErrorData(thrown)
    }
  }

  return { shown, failure, show }
})
