import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type { HistoryDifference, HistoryListing } from '../../../electron/contract/models/history.ts'
import { bodyOf } from '../../documents/document.ts'
import { useDocuments } from '../../documents/documents-store.ts'
import { studio } from '../../studio.ts'
import { useLambdas } from '../lambdas/lambdas-store.ts'

/** The history of one lambda: its snapshots, and one of them beside what is on disk now. */
export const useHistory = defineStore('history', () => {
  const lambdas = useLambdas()
  const documents = useDocuments()

  /** The lambda whose history shows. */
  const shown = ref<string | null>(null)
  const listing = shallowRef<HistoryListing>()
  const difference = shallowRef<HistoryDifference>()
  const failure = shallowRef<ErrorData>()
  let compared = 0

  async function toggle(slug: string): Promise<void> {
    if (shown.value === slug) close()
    else await open(slug)
  }

  async function open(slug: string): Promise<void> {
    shown.value = slug
    listing.value = undefined
    difference.value = undefined
    await load()
  }

  /** Reads the snapshots again and shows the newest, unless one shows already. */
  async function load(): Promise<void> {
    const slug = shown.value
    if (slug === null) return
    await attempt(async () => {
      const found = await studio.history.list(slug)
      if (shown.value !== slug) return
      listing.value = found
      const kept = found.entries.find(({ id }) => id === difference.value?.entry.id) ?? found.entries[0]
      if (kept) await compare(kept.id)
    })
  }

  /** Shows a snapshot beside what is there now: of several that were asked for, the last. */
  async function compare(entry: string): Promise<void> {
    const slug = shown.value
    const number = ++compared
    if (slug === null) return
    await attempt(async () => {
      const found = await studio.history.compare(slug, entry)
      if (shown.value === slug && number === compared) difference.value = found
    })
  }

  /** Whether there is something to put back; of a snapshot that does not show, that is not known. */
  function differs(entry = difference.value?.entry.id): boolean {
    if (difference.value?.entry.id !== entry) return entry !== undefined
    const { then, now } = difference.value ?? {}
    return then?.body !== now?.body || then?.settings !== now?.settings
  }

  /** Puts a snapshot back, the one that shows if no other is named; what is there now becomes a snapshot itself. */
  async function restore(entry = difference.value?.entry.id): Promise<void> {
    const slug = shown.value
    if (slug === null || entry === undefined) return
    await attempt(async () => {
      await studio.history.restore(slug, entry)
      await Promise.all([lambdas.load(), documents.reread(bodyOf(slug))])
      if (shown.value === slug) close()
    })
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    const slug = shown.value
    try {
      failure.value = undefined
      await work()
    } catch (thrown) {
      if (shown.value === slug) failure.value = toErrorData(thrown)
    }
  }

  function close(): void {
    shown.value = null
  }

  return { shown, listing, difference, failure, toggle, load, compare, differs, restore, close }
})
