import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import {
  freeName,
  summaries,
  tabAfterClosing,
  type Lambda,
  type LambdaFields,
  type LambdaSummary,
} from './lambda.ts'
import type { LambdaStorage, StoredLambdas } from './lambda-storage.ts'

/** Every lambda, the open tabs, and the one that shows. */
export const useLambdas = defineStore('lambdas', () => {
  const lambdas = shallowRef<readonly Lambda[]>([])
  const openIds = ref<readonly string[]>([])
  const activeId = ref<string | null>(null)

  /** False once a change could not be stored. */
  const kept = ref(true)

  const listed = computed<readonly LambdaSummary[]>((before) => summaries(lambdas.value, before))
  const byId = computed(() => new Map(lambdas.value.map((lambda) => [lambda.id, lambda])))
  const active = computed(() => (activeId.value === null ? undefined : byId.value.get(activeId.value)))
  const open = computed(() => openIds.value.flatMap((id) => byId.value.get(id) ?? []))
  const stored = computed<StoredLambdas>(() => ({
    lambdas: [...lambdas.value],
    openIds: [...openIds.value],
    activeId: activeId.value,
  }))

  /** Adds a lambda under a free name and shows it. */
  function add(fields: LambdaFields): Lambda {
    const name = freeName(
      fields.name,
      lambdas.value.map((lambda) => lambda.name),
    )
    const lambda = { ...fields, name, id: crypto.randomUUID() }
    lambdas.value = [...lambdas.value, lambda]
    show(lambda.id)
    return lambda
  }

  function duplicate(id: string): void {
    const original = byId.value.get(id)
    if (original) add(original)
  }

  function change(id: string, fields: Partial<LambdaFields>): void {
    lambdas.value = lambdas.value.map((lambda) => (lambda.id === id ? { ...lambda, ...fields } : lambda))
  }

  /** Takes a lambda away and answers with what brings it back. */
  function remove(id: string): () => void {
    const before = stored.value
    close(id)
    lambdas.value = lambdas.value.filter((lambda) => lambda.id !== id)
    const removed = before.lambdas.find((lambda) => lambda.id === id)
    return () => {
      if (!removed || byId.value.has(id)) return
      lambdas.value = [...lambdas.value, removed]
      show(id)
    }
  }

  function show(id: string): void {
    if (!openIds.value.includes(id)) openIds.value = [...openIds.value, id]
    activeId.value = id
  }

  function close(id: string): void {
    if (activeId.value === id) activeId.value = tabAfterClosing(openIds.value, id) ?? null
    openIds.value = openIds.value.filter((open) => open !== id)
  }

  /** Takes over what a storage holds; false where it holds nothing. */
  function restore(storage: LambdaStorage): boolean {
    const found = storage.load()
    if (!found) return false
    const known = new Set(found.lambdas.map((lambda) => lambda.id))
    lambdas.value = found.lambdas
    openIds.value = found.openIds.filter((id) => known.has(id))
    activeId.value = found.activeId !== null && known.has(found.activeId) ? found.activeId : null
    return true
  }

  return {
    lambdas,
    listed,
    open,
    active,
    activeId,
    kept,
    stored,
    add,
    duplicate,
    change,
    remove,
    show,
    close,
    restore,
  }
})
