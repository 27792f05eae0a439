import { computed, ref, shallowReactive, shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../electron/contract/errors.ts'
import { pagesOf, pagesToForget, type RowRange } from './plan-pages.ts'

/** A page as a server gives it. */
export interface Page<T> {
  readonly rows: readonly T[]
  readonly total: number
}

type LoadPage<T> = (startRow: number, numberOfResults: number) => Promise<Page<T>>

/** Pages that are kept: what was scrolled past farther away is forgotten, so that memory stays flat. */
const most = 12

/** How often rows in view are asked for: most of those that only fly past are not. */
const pauseMs = 60

/** Pages that are asked for at once; whoever flies past many does not keep the server busy with them. */
const mostAtOnce = 2

/** Rows beyond those in view that are asked for with them, so that steady scrolling shows no gap. */
const ahead = 30

/** Rows of a long list that are read page by page, as they come into view. */
export function pagedRows<T>(load: LoadPage<T>, size = 100) {
  const pages = shallowReactive(new Map<number, readonly T[]>())
  const asked = new Set<number>()
  const total = ref<number>()
  const failure = shallowRef<ErrorData>()
  const waiting = ref(0)
  const loading = computed(() => waiting.value > 0)
  let shown: RowRange = { first: 0, last: 0 }
  let generation = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const at = (index: number): T | undefined => pages.get(Math.floor(index / size))?.[index % size]

  /** Rows that are known now, in no other order than the list's. */
  const known = (): T[] => [...pages].toSorted(([one], [other]) => one - other).flatMap(([, rows]) => rows)

  /** Tells which rows show. */
  function show(range: RowRange): void {
    shown = range
    askSoon()
  }

  function askSoon(): void {
    if (timer === undefined && missing().length > 0) timer = setTimeout(() => void ask(), pauseMs)
  }

  const wanted = (): number[] => pagesOf({ first: shown.first - ahead, last: shown.last + ahead }, size)
  const missing = (): number[] =>
    wanted().filter((page) => !pages.has(page) && !asked.has(page) && page * size < (total.value ?? 1))

  async function ask(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const free = Math.max(0, mostAtOnce - asked.size)
    await Promise.all(missing().slice(0, free).map(askPage))
  }

  async function askPage(page: number): Promise<void> {
    const now = generation
    asked.add(page)
    waiting.value += 1
    try {
      const answer = await load(page * size, size)
      if (now !== generation) return
      asked.delete(page)
      take(page, answer)
      askSoon()
    } catch (thrown) {
      if (now === generation) failure.value = toErrorData(thrown)
    } finally {
      waiting.value -= 1
      if (now === generation) asked.delete(page)
    }
  }

  function take(page: number, answer: Page<T>): void {
    failure.value = undefined
    total.value = answer.total
    pages.set(page, answer.rows)
    for (const far of pagesToForget([...pages.keys()], wanted(), most)) pages.delete(far)
  }

  /** Forgets everything and begins at the top. */
  function clear(): void {
    generation += 1
    clearTimeout(timer)
    timer = undefined
    pages.clear()
    asked.clear()
    shown = { first: 0, last: 0 }
    total.value = failure.value = undefined
  }

  /** Begins at the top with another list. */
  async function restart(): Promise<void> {
    clear()
    await ask()
  }

  /** Reads again what shows; until the answers are there, the old rows stay. */
  async function refresh(): Promise<void> {
    generation += 1
    asked.clear()
    const inView = pagesOf(shown, size)
    for (const page of pages.keys()) if (!inView.includes(page)) pages.delete(page)
    await Promise.all(inView.map(askPage))
  }

  return { pages, total, failure, loading, at, known, show, clear, restart, refresh }
}
