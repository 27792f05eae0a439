import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { UndoableJob } from '../../../electron/contract/models/sync-order.ts'
import { t } from '../../messages/translate.ts'
import { studio } from '../../studio.ts'

const mostShown = 10

/** The pushes and pulls that can be taken back, and the one that the user is asked about. */
export const useUndo = defineStore('undo', () => {
  const known = ref<readonly UndoableJob[]>([])
  const proposed = ref<string>()

  /** Reads the last ones on an instance. */
  async function load(instance: string): Promise<void> {
    const all = await studio.sync.undoable()
    known.value = all.filter((job) => job.instance === instance).slice(0, mostShown)
  }

  return { known, proposed, load }
})

/** The lambdas that a job wrote, in short. */
export function undoLabel({ names }: UndoableJob): string {
  const [first = '', ...others] = names
  return others.length === 0 ? first : t('undo.andOthers', { name: first, count: others.length })
}
