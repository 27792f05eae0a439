import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../electron/contract/errors.ts'

/** What the user asked for and could not be done; shows until it is read. */
export const useFailures = defineStore('failures', () => {
  const last = shallowRef<ErrorData>()

  /** Does something and shows why where it fails; undefined then. */
  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (thrown) {
      last.value = toErrorData(thrown)
      return undefined
    }
  }

  /** Shows something that went wrong elsewhere. */
  const show = (failure: ErrorData): void => void (last.value = failure)
  const dismiss = (): void => void (last.value = undefined)

  return { last, attempt, show, dismiss }
})
