import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type {
  InstanceChange,
  InstanceInfo,
  NewInstance,
  ProbeReport,
} from '../../../electron/contract/models/instance.ts'
import { useForms } from '../../forms/forms-store.ts'
import { onStudioEvent, studio } from '../../studio.ts'

const key = 'studio.instance'

/** The last probe of an instance, or that one is under way. */
export type ProbeState =
  | { readonly kind: 'probing'; readonly before?: ProbeReport | undefined }
  | { readonly kind: 'probed'; readonly report: ProbeReport }
  | { readonly kind: 'failed'; readonly error: ErrorData }

/** The instances of the workspace, which of them is worked with, and what probes found. */
export const useInstances = defineStore('instances', () => {
  const list = shallowRef<readonly InstanceInfo[]>([])
  const state = ref<'asking' | 'ready' | 'no-workspace'>('asking')
  const failure = shallowRef<ErrorData>()
  const chosenId = ref(localStorage.getItem(key))
  /** The instance that the dialog is about: one to change, or a new one. */
  const editing = shallowRef<{ readonly id: string | null }>()
  const removing = ref<string>()
  const probes = shallowReactive(new Map<string, ProbeState>())
  /** Of several new keys of an instance, the last is looked after. */
  const turns = new Map<string, object>()

  /** The chosen one, else the first: where there are instances, one is worked with. */
  const current = computed(() => find(chosenId.value) ?? list.value[0])

  const find = (id: string | null): InstanceInfo | undefined => list.value.find((each) => each.id === id)
  const probeOf = (id: string): ProbeState | undefined => probes.get(id)
  /** Whether the last probe found that it can be worked with. */
  const isUsable = (id: string | undefined): boolean => {
    const known = id === undefined ? undefined : probes.get(id)
    return known?.kind === 'probed' && known.report.outcome !== 'unusable'
  }

  onStudioEvent('instances.changed', () => void load())
  onStudioEvent('workspace.opened', () => {
    probes.clear()
    turns.clear()
    void load()
  })
  onStudioEvent('workspace.changed', ({ config }) => {
    if (config) void load()
  })

  let asked = 0

  /** Reads the list again; where that fails, what is known stays, and what is done with it. */
  async function load(): Promise<void> {
    const number = ++asked
    const answer = await studio.instances.list().catch(toErrorData)
    if (number !== asked) return
    if (!('code' in answer)) {
      take(answer)
      state.value = 'ready'
      failure.value = undefined
    } else if (answer.code === 'no-workspace') {
      take([])
      state.value = 'no-workspace'
      failure.value = undefined
    } else failure.value = answer
  }

  function take(next: readonly InstanceInfo[]): void {
    for (const before of list.value) {
      const now = next.find(({ id }) => id === before.id)
      if (!now || connectionOf(now) !== connectionOf(before)) probes.delete(before.id)
    }
    list.value = next
  }

  function choose(id: string): void {
    chosenId.value = id
    localStorage.setItem(key, id)
  }

  /** Adds an instance, chooses it and finds out what it is. */
  async function add(instance: NewInstance, apiKey: string | null): Promise<InstanceInfo> {
    const added = await studio.instances.add(instance, apiKey)
    await load()
    // What is filled in for the one that is worked with may keep the user there.
    if (await useForms().mayLeave('directory')) choose(added.id)
    void (apiKey === null ? probe(added.id) : probeNewKey(added.id))
    return added
  }

  /** Changes an instance, and its key where one is given. */
  async function edit(id: string, change: InstanceChange, apiKey: string | null): Promise<void> {
    await studio.instances.edit(id, change)
    if (apiKey !== null) await studio.instances.setKey(id, apiKey)
    probes.delete(id)
    await load()
    void (apiKey === null ? probe(id) : probeNewKey(id))
  }

  /**
   * Looks again at an instance that refuses a key that was given just now, until it takes it or the key is no longer
   * new: FusionAuth may take a minute to know one.
   */
  async function probeNewKey(id: string): Promise<void> {
    const turn = {}
    turns.set(id, turn)
    await probe(id)
    for (const pause of newKeyPausesMs) {
      if (!isRefused(probeOf(id))) break
      await new Promise((resolve) => setTimeout(resolve, pause))
      if (turns.get(id) !== turn) return
      await probe(id)
    }
    if (turns.get(id) === turn) turns.delete(id)
  }

  async function remove(id: string): Promise<void> {
    await studio.instances.remove(id)
    probes.delete(id)
    turns.delete(id)
    await load()
  }

  async function probe(id: string): Promise<void> {
    const known = probes.get(id)
    const asked: ProbeState = {
      kind: 'probing',
      before: known?.kind === 'probed' ? known.report : undefined,
    }
    probes.set(id, asked)
    const state = await outcomeOf(studio.instances.probe(id))
    if (probes.get(id) === asked) probes.set(id, state)
  }

  return {
    editing,
    removing,
    list,
    state,
    failure,
    current,
    find,
    probeOf,
    isUsable,
    load,
    choose,
    add,
    edit,
    remove,
    probe,
  }
})

/** Together as long as FusionAuth may take to know a new key (documented under "Authentication"). */
const newKeyPausesMs = [3_000, 7_000, 15_000, 15_000, 20_000]

function isRefused(state: ProbeState | undefined): boolean {
  return state?.kind === 'probed' && state.report.problem?.code === 'key-refused'
}

async function outcomeOf(probe: Promise<ProbeReport>): Promise<ProbeState> {
  try {
    return { kind: 'probed', report: await probe }
  } catch (thrown) {
    return { kind: 'failed', error: toErrorData(thrown) }
  }
}

/** What a probe depends on: with another of these, what was found before says nothing. */
function connectionOf({ url, tenantId, hasKey }: InstanceInfo): string {
  return JSON.stringify([url, tenantId, hasKey])
}
