import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type { PlanEntry, SeenStates, SyncPlan } from '../../../electron/contract/models/sync.ts'
import type { MergedLambda } from '../../../electron/contract/models/sync-order.ts'
import { studio } from '../../studio.ts'
import {
  choicesOf,
  directionOf,
  entryKey,
  usualChoice,
  type Choice,
  type ChosenEntry,
  type Direction,
  type PlanFilter,
} from './plan-entries.ts'
import { useSyncBadges } from './sync-badges-store.ts'

const delayMs = 600

/** What the user made of two sides, and the states that these had. */
interface KeptMerge {
  readonly merged: MergedLambda
  readonly seen: SeenStates
}

/** What shows of the entry that is selected. */
export type EntrySection = 'difference' | 'merge' | 'usage'

/** How the workspace stands to one instance, and what the user wants to do about it. */
export const useSync = defineStore('sync', () => {
  const badges = useSyncBadges()
  let timer: ReturnType<typeof setTimeout> | undefined
  const instance = ref<string>()
  const plan = shallowRef<SyncPlan>()
  const failure = shallowRef<ErrorData>()
  const loading = ref(false)
  const choices = shallowReactive(new Map<string, Choice>())
  const merges = shallowReactive(new Map<string, KeptMerge>())
  const selectedKey = ref<string>()
  const section = ref<EntrySection>('difference')
  const filter = ref<PlanFilter>('changes')
  let questions = 0

  const selected = computed(() => plan.value?.entries.find((entry) => entryKey(entry) === selectedKey.value))
  const chosen = computed(() => (plan.value?.entries ?? []).flatMap(chosenOf))

  /** Compares with an instance; a later question makes the answer to an earlier one void. */
  async function compareWith(id: string | undefined): Promise<void> {
    if (id !== instance.value) forget()
    instance.value = id
    const number = ++questions
    if (id === undefined) return
    loading.value = true
    const answer = await answerOf(studio.sync.plan(id))
    if (number !== questions) return
    loading.value = false
    failure.value = 'error' in answer ? answer.error : undefined
    if ('error' in answer) return
    plan.value = answer.plan
    badges.take(answer.plan)
    forgetGone(answer.plan)
  }

  const refresh = (): Promise<void> => compareWith(instance.value)

  /** Compares again a moment after the last of several changes. */
  function refreshSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void refresh(), delayMs)
  }

  function forget(): void {
    plan.value = undefined
    failure.value = undefined
    loading.value = false
    selectedKey.value = undefined
    choices.clear()
    merges.clear()
    badges.take(undefined)
  }

  /** A choice holds as long as the entry asks the same question. */
  function forgetGone({ entries }: SyncPlan): void {
    const known = new Map(entries.map((entry) => [entryKey(entry), entry]))
    for (const [key, choice] of choices) {
      const entry = known.get(key)
      if (!entry || !choicesOf(entry).includes(choice)) choices.delete(key)
    }
    for (const [key, { seen }] of merges) {
      const entry = known.get(key)
      if (!entry || !isSameState(entry.seen, seen)) {
        merges.delete(key)
        choices.delete(key)
      }
    }
  }

  const choiceOf = (entry: PlanEntry): Choice => choices.get(entryKey(entry)) ?? usualChoice(entry)
  const mergeOf = (entry: PlanEntry): MergedLambda | undefined => merges.get(entryKey(entry))?.merged

  function choose(entry: PlanEntry, choice: Choice): void {
    choices.set(entryKey(entry), choice)
  }

  /** Chooses for an entry; who chooses to merge wants to do it next. */
  function decide(entry: PlanEntry, choice: Choice): void {
    choose(entry, choice)
    if (choice !== 'merge' || mergeOf(entry)) return
    select(entry)
    section.value = 'merge'
  }

  /** Chooses what is usual for every entry, and the merges that were made; or to leave them all. */
  function chooseAll(on: boolean): void {
    for (const entry of plan.value?.entries ?? []) {
      const made = mergeOf(entry) ? 'merge' : usualChoice(entry)
      choose(entry, on ? made : 'leave')
    }
  }

  /** Keeps what the user made of both sides, to be put on both. */
  function keepMerge(entry: PlanEntry, merged: MergedLambda): void {
    merges.set(entryKey(entry), { merged, seen: entry.seen })
    choose(entry, 'merge')
  }

  /** A merge is chosen once there is a text for it. */
  function chosenOf(entry: PlanEntry): ChosenEntry[] {
    const action = choiceOf(entry)
    if (action === 'leave') return []
    const merged = mergeOf(entry)
    return action === 'merge' && !merged ? [] : [{ entry, action, ...(merged && { merged }) }]
  }

  const chosenFor = (direction: Direction): readonly ChosenEntry[] =>
    chosen.value.filter(({ action }) => directionOf(action) === direction)

  function select(entry: PlanEntry | undefined): void {
    selectedKey.value = entry && entryKey(entry)
  }

  return {
    instance,
    plan,
    failure,
    loading,
    filter,
    section,
    selected,
    compareWith,
    refresh,
    refreshSoon,
    choiceOf,
    mergeOf,
    choose,
    decide,
    chooseAll,
    keepMerge,
    chosenFor,
    select,
  }
})

function isSameState(one: SeenStates, other: SeenStates): boolean {
  return one.local === other.local && one.remote === other.remote
}

type Answer = { readonly plan: SyncPlan } | { readonly error: ErrorData }

async function answerOf(plan: Promise<SyncPlan>): Promise<Answer> {
  return plan.then(
    (value) => ({ plan: value }),
    (thrown: unknown) => ({ error: toErrorData(thrown) }),
  )
}
