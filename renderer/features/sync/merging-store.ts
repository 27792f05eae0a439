import { defineStore } from 'pinia'
import { onScopeDispose, reactive, shallowRef } from 'vue'
import type { PlanEntry } from '../../../electron/contract/models/sync.ts'
import type { Resolution } from './conflict-markers.ts'
import type { Picks } from './merge-settings.ts'
import { entryKey } from './plan-entries.ts'

/** What can be done with the conflict that shows, and with the whole merge. */
export interface Merging {
  readonly take: (resolution: Resolution) => void
  readonly keep: () => void
  readonly hasConflicts: () => boolean
  readonly isResolved: () => boolean
}

/** What the user made of both sides so far. */
export interface MergeWork {
  text: string
  picks: Picks
}

/** The merge that shows, and how far each is. */
export const useMerging = defineStore('merging', () => {
  const shown = shallowRef<Merging>()
  const works = new Map<string, MergeWork>()

  /** The work on a merge: where it was left, as long as both sides are what they were; else from the beginning. */
  function workOn(entry: PlanEntry, begin: () => MergeWork): MergeWork {
    const { local, remote } = entry.seen
    const key = [entryKey(entry), local, remote].join('\n')
    const work = works.get(key) ?? reactive(begin())
    works.set(key, work)
    return work
  }

  /** Shows a merge for as long as the component lives. */
  function show(merging: Merging): void {
    shown.value = merging
    onScopeDispose(() => {
      if (shown.value === merging) shown.value = undefined
    })
  }

  return { shown, show, workOn }
})
