import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../electron/contract/errors.ts'
import type { PlainMessageKey } from '../messages/translate.ts'

/** Something that the user can go to, such as a lambda or a setting. */
export interface Place {
  /** Unlike every other place of its source. */
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly icon?: string
  readonly go: () => void
}

/** Where places come from: known ones in `list`, and those that a server is asked for in `find`. */
export interface PlaceSource {
  readonly id: string
  readonly title: PlainMessageKey
  /** Problems are looked for by themselves. */
  readonly mode?: 'places' | 'problems'
  /** Told when the palette opens, so that what `list` gives can be read meanwhile. */
  readonly prepare?: () => void
  readonly list?: () => readonly Place[]
  readonly find?: (text: string) => Promise<readonly Place[]>
}

const typingMs = 250

/** Every source of places, and what servers found for the text that was typed last. */
export const usePlaces = defineStore('places', () => {
  const sources = shallowRef<readonly PlaceSource[]>([])
  const found = shallowReactive(new Map<string, readonly Place[]>())
  const failures = shallowReactive(new Map<string, ErrorData>())
  const waiting = ref(0)
  const searching = computed(() => waiting.value > 0)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  /** Adds sources; one of the same id is replaced. */
  function register(added: readonly PlaceSource[]): () => void {
    const ids = added.map(({ id }) => id)
    sources.value = [...sources.value.filter(({ id }) => !ids.includes(id)), ...added]
    return () => void (sources.value = sources.value.filter((source) => !added.includes(source)))
  }

  /** Asks servers once the typing rests; answers to an earlier text are dropped. */
  function search(text: string): void {
    clearTimeout(timer)
    const number = ++asked
    const wanted = text.trim()
    if (wanted === '') forget()
    else timer = setTimeout(() => void ask(wanted, () => number === asked), typingMs)
  }

  async function ask(text: string, isCurrent: () => boolean): Promise<void> {
    waiting.value += 1
    await Promise.all(sources.value.map((source) => askOne(source, text, isCurrent)))
    waiting.value -= 1
  }

  async function askOne({ id, find }: PlaceSource, text: string, isCurrent: () => boolean): Promise<void> {
    try {
      const places = await find?.(text)
      if (!places || !isCurrent()) return
      found.set(id, places)
      failures.delete(id)
    } catch (thrown) {
      if (!isCurrent()) return
      found.delete(id)
      failures.set(id, toErrorData(thrown))
    }
  }

  /** What was found, and what is still being looked for, is wanted no more. */
  function forget(): void {
    clearTimeout(timer)
    asked += 1
    found.clear()
    failures.clear()
  }

  return { sources, found, failures, searching, register, search, forget }
})
