import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { LambdaChange, LambdaListing, NewLambda } from '../../../electron/contract/models/lambda.ts'
import type { WorkspaceProblem } from '../../../electron/contract/models/workspace.ts'
import { useDocuments } from '../../documents/documents-store.ts'
import { studio } from '../../studio.ts'
import { freeName, lambdaOf, movedTab, tabAfterClosing, type Lambda } from './lambda.ts'
import type { OpenTabs, Side } from './open-tabs.ts'

/** How many closed tabs can be opened again. */
const mostClosed = 20

type Settings = Omit<LambdaChange, 'body' | 'basedOn'>

/** Every lambda of the workspace, the open tabs, and the one that shows. */
export const useLambdas = defineStore('lambdas', () => {
  const documents = useDocuments()
  const lambdas = shallowRef<readonly Lambda[]>([])
  const problems = shallowRef<readonly WorkspaceProblem[]>([])
  const openIds = ref<readonly string[]>([])
  const activeId = ref<string | null>(null)
  /** What shows beside the active one where the editor is split. */
  const otherId = ref<string | null>(null)
  /** Where the active one shows. */
  const side = ref<Side>('left')
  /** The tabs that were closed, the last one at the end. */
  const closed = shallowRef<readonly string[]>([])

  const byId = computed(() => new Map(lambdas.value.map((lambda) => [lambda.id, lambda])))
  const active = computed(() => (activeId.value === null ? undefined : byId.value.get(activeId.value)))
  const open = computed(() => openIds.value.flatMap((id) => byId.value.get(id) ?? []))
  const tabs = computed<OpenTabs>(() => ({
    openIds: [...openIds.value],
    activeId: activeId.value,
    otherId: otherId.value,
    side: side.value,
  }))
  const canReopen = computed(() =>
    closed.value.some((id) => byId.value.has(id) && !openIds.value.includes(id)),
  )

  const find = (id: string): Lambda | undefined => byId.value.get(id)

  let newest: Promise<void> | undefined
  let asked = 0
  /** How often the page itself changed the list: what was read before that does not know it. */
  let changes = 0

  /** Reads the list from the workspace; of several that are asked for, the last one counts for all. */
  function load(): Promise<void> {
    return (newest = read((asked += 1)))
  }

  async function read(number: number): Promise<void> {
    const before = changes
    const listing = await studio.lambdas.list()
    if (number !== asked) return newest
    if (before !== changes) return load()
    take(listing)
  }

  function take(listing: LambdaListing): void {
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
    put([...without(made.id), made])
    show(made.id)
    return made
  }

  async function duplicate(id: string): Promise<void> {
    const original = find(id)
    if (!original) return
    const made = lambdaOf(await studio.lambdas.duplicate(id, freeNameFor(original.name)))
    put([...without(made.id), made])
    show(made.id)
  }

  /** Changes what stands beside the body: the name, the type, the engine. */
  async function change(id: string, settings: Settings): Promise<void> {
    const { lambda } = await studio.lambdas.save(id, settings)
    put(lambdas.value.map((each) => (each.id === id ? lambdaOf(lambda) : each)))
  }

  /** Deletes a lambda and answers with what brings it back. */
  async function remove(id: string): Promise<() => Promise<void>> {
    const deleted = await studio.lambdas.delete(id)
    close([id])
    put(without(id))
    return async () => {
      const back = await studio.lambdas.undelete(deleted.id)
      await load()
      show(back.slug)
    }
  }

  const without = (id: string): readonly Lambda[] => lambdas.value.filter((lambda) => lambda.id !== id)

  /** Shows a change that the page made before the list is read again. */
  function put(next: readonly Lambda[]): void {
    changes += 1
    lambdas.value = next
  }

  const freeNameFor = (name: string): string =>
    freeName(
      name,
      lambdas.value.map((lambda) => lambda.name),
    )

  function show(id: string): void {
    if (!openIds.value.includes(id)) openIds.value = [...openIds.value, id]
    if (id === otherId.value && id !== activeId.value) swapSides()
    else activeId.value = id
  }

  /** Shows the tab that many places on; after the last comes the first. */
  function showNext(by: number): void {
    const index = openIds.value.indexOf(activeId.value ?? '')
    const next = openIds.value.at((index + by) % openIds.value.length)
    if (next !== undefined) show(next)
  }

  /** Moves a tab that many places. */
  const move = (id: string, by: number): void => void (openIds.value = movedTab(openIds.value, id, by))

  function close(ids: readonly string[]): void {
    closed.value = [...closed.value, ...openIds.value.filter((id) => ids.includes(id))].slice(-mostClosed)
    const stays = otherId.value !== null && !ids.includes(otherId.value) ? otherId.value : null
    if (activeId.value !== null && ids.includes(activeId.value)) {
      activeId.value = stays ?? tabAfterClosing(openIds.value, activeId.value, ids) ?? null
      join()
    } else if (stays === null) join()
    openIds.value = openIds.value.filter((id) => !ids.includes(id))
  }

  /** Opens the tab again that was closed last. */
  function reopen(): void {
    const last = closed.value.findLast((id) => byId.value.has(id) && !openIds.value.includes(id))
    if (last === undefined) return
    closed.value = closed.value.filter((id) => id !== last)
    show(last)
  }

  /** Shows a lambda on one side of the editor, and what showed on the other. */
  function split(id: string, at: Side): void {
    if (!openIds.value.includes(id)) openIds.value = [...openIds.value, id]
    if (otherId.value === null || side.value !== at) otherId.value = activeId.value
    activeId.value = id
    side.value = at
  }

  /** Shows the active lambda alone. */
  function join(): void {
    otherId.value = null
    side.value = 'left'
  }

  /** Works on the other side of a split editor. */
  function swapSides(): void {
    if (otherId.value === null) return
    ;[activeId.value, otherId.value] = [otherId.value, activeId.value]
    side.value = side.value === 'left' ? 'right' : 'left'
  }

  /** Opens the tabs of the last visit that still have a lambda. */
  function restore(last: OpenTabs): void {
    const known = (id: string | null): string | null => (id !== null && byId.value.has(id) ? id : null)
    openIds.value = last.openIds.filter((id) => byId.value.has(id))
    activeId.value = known(last.activeId) ?? openIds.value[0] ?? null
    otherId.value = known(last.otherId)
    side.value = otherId.value === null ? 'left' : last.side
  }

  return {
    lambdas,
    problems,
    openIds,
    open,
    active,
    activeId,
    otherId,
    side,
    canReopen,
    tabs,
    find,
    load,
    add,
    duplicate,
    change,
    remove,
    show,
    showNext,
    move,
    close,
    reopen,
    split,
    join,
    swapSides,
    restore,
  }
})
