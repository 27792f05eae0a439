import { defineStore } from 'pinia'
import { computed, shallowReactive, shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type {
  AssignmentCandidate,
  AssignmentCandidates,
  AssignmentChange,
  AssignmentOutcome,
  LambdaThere,
  LambdaUsage,
} from '../../../electron/contract/models/assignment.ts'
import { useFailures } from '../../shell/failures-store.ts'
import { studio } from '../../studio.ts'
import { placeKey } from './usage-words.ts'

/** A change of an assignment that the user is asked about. */
export interface ProposedChange {
  readonly candidate: AssignmentCandidate
  /** The lambda that would be there; null for none. */
  readonly next: { readonly id: string; readonly name: string } | null
}

/** Where the lambda that shows is used on an instance and where it may be. */
export const useUsage = defineStore('usage', () => {
  const failures = useFailures()
  const instance = shallowRef<string>()
  const slug = shallowRef<string>()
  const candidates = shallowRef<AssignmentCandidates>()
  const failure = shallowRef<ErrorData>()
  const conflict = shallowRef<AssignmentCandidate>()
  const loading = shallowRef(false)
  /** The lambda that shows, as the instance knows it; none where it is not there. */
  const lambda = shallowRef<{ readonly id: string; readonly name: string }>()
  /** The change that the user is asked about. */
  const proposed = shallowRef<ProposedChange>()

  const isShown = (onInstance: string, ofSlug: string): boolean =>
    instance.value === onInstance && slug.value === ofSlug

  async function show(onInstance: string, ofSlug: string): Promise<void> {
    if (!isShown(onInstance, ofSlug)) candidates.value = conflict.value = failure.value = undefined
    instance.value = onInstance
    slug.value = ofSlug
    loading.value = true
    try {
      const found = await studio.assignments.candidates(onInstance, ofSlug)
      if (isShown(onInstance, ofSlug)) [candidates.value, failure.value] = [found, undefined]
    } catch (thrown) {
      if (isShown(onInstance, ofSlug)) failure.value = toErrorData(thrown)
    }
    if (isShown(onInstance, ofSlug)) loading.value = false
  }

  async function refresh(): Promise<void> {
    if (instance.value !== undefined && slug.value !== undefined) await show(instance.value, slug.value)
  }

  /** Assigns or takes away; where somebody else was quicker, nothing is written and how it is now shows. */
  async function assign({ candidate, next }: ProposedChange, confirmation: string | null): Promise<boolean> {
    conflict.value = undefined
    const [onInstance = '', ofSlug = ''] = [instance.value, slug.value]
    const outcome = await outcomeOf({
      instance: onInstance,
      owner: { kind: candidate.owner.kind, id: candidate.owner.id },
      field: candidate.field,
      seen: candidate.current?.id ?? null,
      next: next?.id ?? null,
      confirmation,
    })
    await refresh()
    if (!isShown(onInstance, ofSlug)) {
      if ('error' in outcome) failures.show(outcome.error)
    } else if ('error' in outcome) failure.value = outcome.error
    else if (outcome.kind === 'conflict') conflict.value = candidate
    return !('error' in outcome) && outcome.kind === 'done'
  }

  const unread = computed(() => candidates.value?.unread ?? [])
  /** The place of that key, where it shows. */
  const placeOf = (key: string): AssignmentCandidate | undefined =>
    candidates.value?.candidates.find((candidate) => placeKey(candidate) === key)

  /** Asks whether the lambda is to be at a place, or nothing. */
  function propose(candidate: AssignmentCandidate, assigned: boolean): void {
    proposed.value = { candidate, next: assigned ? (lambda.value ?? null) : null }
  }

  return {
    candidates,
    lambda,
    proposed,
    unread,
    failure,
    conflict,
    loading,
    show,
    refresh,
    assign,
    placeOf,
    propose,
  }
})

async function outcomeOf(
  change: AssignmentChange,
): Promise<AssignmentOutcome | { readonly error: ErrorData }> {
  return studio.assignments.assign(change).catch((thrown: unknown) => ({ error: toErrorData(thrown) }))
}

/** A lambda of an instance that is about to be changed or deleted there. */
export type LambdaInUse = LambdaThere & { readonly name: string }

/** Each lambda means looking through the objects of the instance; for more of them that is not done unasked. */
export const mostUnasked = 8

/** Where several lambdas are used, asked for before something is done to them. */
export const useUsages = defineStore('usages', () => {
  const found = shallowReactive(new Map<string, LambdaUsage | ErrorData>())

  const keyOf = (instance: string, id: string): string => `${instance} ${id}`
  const of = (instance: string, id: string): LambdaUsage | ErrorData | undefined =>
    found.get(keyOf(instance, id))

  /** One after another: each looks through the same objects of the instance. */
  async function load(instance: string, lambdas: readonly LambdaThere[]): Promise<void> {
    for (const { id } of lambdas) found.delete(keyOf(instance, id))
    for (const { id, type } of lambdas) {
      const usage = await studio.assignments.usageThere(instance, { id, type }).catch(toErrorData)
      found.set(keyOf(instance, id), usage)
    }
  }

  /** Whether something there uses one of several lambdas; where that is not told, or for many, it may. */
  async function mayBeUsed(instance: string, lambdas: readonly LambdaThere[]): Promise<boolean> {
    if (lambdas.length > mostUnasked) return true
    for (const { id, type } of lambdas) {
      const usage = await studio.assignments.usageThere(instance, { id, type }).catch(toErrorData)
      if ('code' in usage || usage.places.length + usage.unread.length > 0) return true
    }
    return false
  }

  return { of, load, mayBeUsed }
})
