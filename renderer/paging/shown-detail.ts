import { computed, ref, shallowRef, type Ref } from 'vue'
import { toErrorData, type ErrorData } from '../../electron/contract/errors.ts'

/** Which one showed, and on which instance. */
export interface LeftDetail {
  readonly instance: string
  readonly id: string
}

/** The one of a list that shows, read whole from the instance that is worked with. */
export function shownDetail<T>(
  instance: Ref<string | undefined>,
  readDetail: (instance: string, id: string) => Promise<T>,
) {
  const openId = ref<string>()
  const detail = shallowRef<T>()
  const failure = shallowRef<ErrorData>()
  /** What showed before, until an instance is worked with. */
  const left = shallowRef<LeftDetail>()
  let asked = 0
  /** What the next visit is to find. */
  const leaving = computed<LeftDetail | undefined>(() =>
    openId.value !== undefined && instance.value !== undefined
      ? { instance: instance.value, id: openId.value }
      : left.value,
  )

  /** Shows one, or none. */
  function show(id: string | undefined): void {
    openId.value = id
    detail.value = failure.value = undefined
    void read()
  }

  /** Reads the one that shows again; an answer to an earlier question is dropped. */
  async function read(): Promise<void> {
    const [id, at] = [openId.value, instance.value]
    const number = ++asked
    if (id === undefined || at === undefined) return
    const isCurrent = (): boolean => number === asked
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

  /** Takes up what the last visit left. */
  function recall(last: LeftDetail | undefined): void {
    left.value = last
    if (instance.value !== undefined && openId.value === undefined) showLeft()
  }

  /** Works with another instance, or with none for now: what shows comes back with its instance alone. */
  function enter(next: string | undefined): void {
    left.value = leaving.value
    instance.value = next
    show(undefined)
    if (instance.value !== undefined) showLeft()
  }

  function showLeft(): void {
    const last = left.value
    left.value = undefined
    if (last?.instance !== instance.value) return
    openId.value = last?.id
    // Whoever comes back has not asked for what is gone by now.
    void read().then(() => {
      if (openId.value === last?.id && failure.value && isGone(failure.value)) show(undefined)
    })
  }

  return { openId, detail, failure, leaving, show, read, recall, enter }
}

/** Whether a failure says that what shows was deleted meanwhile. */
export const isGone = ({ code }: ErrorData): boolean => /^(group|user)-not-found$/.test(code)
