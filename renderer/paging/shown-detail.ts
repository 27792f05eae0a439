import { ref, shallowRef, type Ref } from 'vue'
import { toErrorData, type ErrorData } from '../../electron/contract/errors.ts'

/** The one of a list that shows, read whole from the instance that is worked with. */
export function shownDetail<T>(
  instance: Ref<string | undefined>,
  readDetail: (instance: string, id: string) => Promise<T>,
) {
  const openId = ref<string>()
  const detail = shallowRef<T>()
  const failure = shallowRef<ErrorData>()

  /** Shows one, or none. */
  function show(id: string | undefined): void {
    openId.value = id
    detail.value = failure.value = undefined
    void read()
  }

  /** Reads the one that shows again. */
  async function read(): Promise<void> {
    const [id, at] = [openId.value, instance.value]
    if (id === undefined || at === undefined) return
    const isCurrent = (): boolean => openId.value === id && instance.value === at
    try {
      const found = await readDetail(at, id)
      if (!isCurrent()) return
      detail.value = found
      failure.value = undefined
    } catch (thrown) {
      if (!isCurrent()) return
      failure.value = toErrorData(thrown)
      // What is not there any more does not go on showing as if it were.
      if (isGone(failure.value)) detail.value = undefined
    }
  }

  return { openId, detail, failure, show, read }
}

/** Whether a failure says that what shows was deleted meanwhile. */
export const isGone = ({ code }: ErrorData): boolean => /^(group|user)-not-found$/.test(code)
