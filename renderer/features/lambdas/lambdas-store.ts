import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { LambdaChange, NewLambda } from '../../../electron/contract/models/lambda.ts'
import type { WorkspaceProblem } from '../../../electron/contract/models/workspace.ts'
import { useDocuments } from '../../documents/documents-store.ts'
import { studio } from '../../studio.ts'
import { freeName, lambdaOf, tabAfterClosing, type Lambda } from './lambda.ts'
import type { OpenTabs } from './open-tabs.ts'

type Settings = Omit<LambdaChange, 'body' | 'basedOn'>

/** Every lambda of the workspace, the open tabs, and the one that shows. */
export const useLambdas = defineStore('lambdas', () => {
  const documents = useDocuments()
  const lambdas = shallowRef<readonly Lambda[]>([])
  const problems = shallowRef<readonly WorkspaceProblem[]>([])
  const openIds = ref<readonly string[]>([])
  const activeId = ref<string | null>(null)

  const byId = computed(() => new Map(lambdas.value.map((lambda) => [lambda.id, lambda])))
  const active = computed(() => (activeId.value === null ? undefined : byId.value.get(activeId.value)))
  const open = computed(() => openIds.value.flatMap((id) => byId.value.get(id) ?? []))
  const tabs = computed<OpenTabs>(() => ({ openIds: [...openIds.value], activeId: activeId.value }))

  const find = (id: string): Lambda | undefined => byId.value.get(id)

  /** Reads the list from the workspace. */
  async function load(): Promise<void> {
    const listing = await studio.lambdas.list()
    const listed = new Set(listing.lambdas.map(({ slug }) => slug))
    // A lambda whose file was broken or deleted by others stays as long as there is unsaved text of it.
    const kept = lambdas.value.filter(({ id }) => !listed.has(id) && documents.unsavedSlugs.has(id))
    lambdas.value = [...listing.lambdas.map(lambdaOf), ...kept]
    problems.value = listing.problems
    close(openIds.value.filter((id) => !byId.value.has(id)))
  }

  /** Creates a lambda under a free name and shows it. */
  async function add({ name, ...rest }: NewLambda): Promise<Lambda> {
    const made = lambdaOf(await studio.lambdas.create({ ...rest, name: freeNameFor(name) }))
    lambdas.value = [...lambdas.value, made]
    show(made.id)
    return made
  }

  async function duplicate(id: string): Promise<void> {
    const original = find(id)
    if (!original) return
    const made = lambdaOf(await studio.lambdas.duplicate(id, freeNameFor(original.name)))
    lambdas.value = [...lambdas.value, made]
    show(made.id)
  }

  /** Changes what stands beside the body: the name, the type, the engine. */
  async function change(id: string, settings: Settings): Promise<void> {
    const { lambda } = await studio.lambdas.save(id, settings)
    lambdas.value = lambdas.value.map((each) => (each.id === id ? lambdaOf(lambda) : each))
  }

  /** Deletes a lambda and answers with what brings it back. */
  async function remove(id: string): Promise<() => Promise<void>> {
    const deleted = await studio.lambdas.delete(id)
    close([id])
    lambdas.value = lambdas.value.filter((lambda) => lambda.id !== id)
    return async () => {
      const back = await studio.lambdas.undelete(deleted.id)
      await load()
      show(back.slug)
    }
  }

  const freeNameFor = (name: string): string =>
    freeName(
      name,
      lambdas.value.map((lambda) => lambda.name),
    )

  function show(id: string): void {
    if (!openIds.value.includes(id)) openIds.value = [...openIds.value, id]
    activeId.value = id
  }

  function close(ids: readonly string[]): void {
    if (activeId.value !== null) activeId.value = tabAfterClosing(openIds.value, activeId.value, ids) ?? null
    openIds.value = openIds.value.filter((id) => !ids.includes(id))
  }

  /** Opens the tabs of the last visit that still have a lambda. */
  function restore(last: OpenTabs): void {
    openIds.value = last.openIds.filter((id) => byId.value.has(id))
    activeId.value = last.activeId !== null && byId.value.has(last.activeId) ? last.activeId : null
    activeId.value ??= openIds.value[0] ?? null
  }

  return {
    lambdas,
    problems,
    openIds,
    open,
    active,
    activeId,
    tabs,
    find,
    load,
    add,
    duplicate,
    change,
    remove,
    show,
    close,
    restore,
  }
})
