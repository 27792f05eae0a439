import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type { InstanceInfo } from '../../../electron/contract/models/instance.ts'
import type { PromotionEntry, PromotionPlan } from '../../../electron/contract/models/promotion.ts'
import type { SyncReport } from '../../../electron/contract/models/sync-order.ts'
import { byAlphabet } from '../../messages/alphabet.ts'
import { studio } from '../../studio.ts'
import type { Consent } from './order.ts'
import { isInStep, overwrittenBy, promotionOrderEntry, targetOf as targetIn } from './promotion-entries.ts'
import { useSyncJob } from './sync-job-store.ts'

/** Lambdas of one instance beside those of another, and which of them to promote. */
export const usePromotion = defineStore('promotion', () => {
  const from = ref<string>()
  const to = ref<string>()
  const assign = ref(false)
  const plan = shallowRef<PromotionPlan>()
  const failure = shallowRef<ErrorData>()
  const loading = ref(false)
  const picks = shallowReactive(new Map<string, string>())
  const left = shallowReactive(new Set<string>())
  const selectedSlug = ref<string>()
  let asked = 0

  const entries = computed(() =>
    (plan.value?.entries ?? []).toSorted(
      (a, b) => Number(isInStep(a)) - Number(isInStep(b)) || byAlphabet(a.name, b.name),
    ),
  )
  const selected = computed(() => entries.value.find(({ slug }) => slug === selectedSlug.value))
  const chosen = computed(() => entries.value.filter((entry) => isChosen(entry)))
  const overwritten = computed(() => chosen.value.flatMap((entry) => overwrittenBy(entry, picks) ?? []))

  const isChosen = (entry: PromotionEntry): boolean =>
    !left.has(entry.slug) && promotionOrderEntry(entry, picks) !== undefined

  /** Compares two instances; an answer to an earlier question is dropped. */
  async function compare(): Promise<void> {
    const number = (asked += 1)
    const [source, target] = [from.value, to.value]
    if (source === undefined || target === undefined) return
    loading.value = true
    const request = { from: source, to: target, assign: assign.value }
    const answer = await studio.sync.planPromotion(request).catch(toErrorData)
    if (asked !== number) return
    loading.value = false
    failure.value = 'code' in answer ? answer : undefined
    plan.value = 'code' in answer ? undefined : answer
  }

  async function choose(source: string, target: string | undefined): Promise<void> {
    if (source === from.value && target === to.value) return
    from.value = source
    to.value = target
    asked += 1
    plan.value = failure.value = selectedSlug.value = undefined
    loading.value = false
    picks.clear()
    left.clear()
    await compare()
  }

  async function setAssign(on: boolean): Promise<void> {
    assign.value = on
    await compare()
  }

  function setChosen({ slug }: PromotionEntry, on: boolean): void {
    if (on) left.delete(slug)
    else left.add(slug)
  }

  /** Chooses every lambda that can be promoted, or none. */
  function chooseAll(on: boolean): void {
    for (const entry of entries.value) setChosen(entry, on)
  }

  const pickOf = ({ slug }: PromotionEntry): string | undefined => picks.get(slug)
  function pick({ slug }: PromotionEntry, id: string): void {
    if (id === '') picks.delete(slug)
    else picks.set(slug, id)
  }

  /** The lambda there that an entry would write to, where that is known. */
  const targetOf = (entry: PromotionEntry): string | null => targetIn(entry, picks)

  const select = (slug: string | undefined): void => void (selectedSlug.value = slug)

  async function promote(target: InstanceInfo, consent: Consent): Promise<SyncReport | undefined> {
    const order = {
      from: from.value ?? '',
      to: target.id,
      entries: chosen.value.flatMap((entry) => promotionOrderEntry(entry, picks) ?? []),
      overrideFailures: consent.override,
      confirmation: target.protection === 'confirm' ? consent.typed : null,
    }
    const report = await useSyncJob().start('promote', () => studio.sync.promote(order))
    await compare()
    return report
  }

  return {
    to,
    assign,
    plan,
    entries,
    selected,
    chosen,
    overwritten,
    failure,
    loading,
    isChosen,
    choose,
    compare,
    setAssign,
    setChosen,
    chooseAll,
    pickOf,
    pick,
    targetOf,
    select,
    promote,
  }
})
