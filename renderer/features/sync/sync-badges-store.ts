import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { SyncPlan } from '../../../electron/contract/models/sync.ts'
import { entryLook, type EntryLook } from './entry-look.ts'

/** How each lambda stands to the instance that is worked with, for lists of lambdas. */
export const useSyncBadges = defineStore('syncBadges', () => {
  const looks = shallowRef<ReadonlyMap<string, EntryLook>>(new Map())

  /** The badge of a lambda that is not in step; none for the others. */
  const of = (slug: string): EntryLook | undefined => looks.value.get(slug)

  /** Takes over a plan; none where there is nothing to compare with. */
  function take(plan: SyncPlan | undefined): void {
    const differing = (plan?.entries ?? []).flatMap((entry) =>
      entry.slug === null || entry.kind === 'same' ? [] : [[entry.slug, entryLook(entry)] as const],
    )
    looks.value = new Map(differing)
  }

  return { of, take }
})
