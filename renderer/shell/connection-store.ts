import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { HostInfo } from '../../electron/contract/models/host.ts'
import type { StudioEvents } from '../../electron/contract/events.ts'
import { useKeyBindings } from '../commands/key-bindings-store.ts'
import { onConnectionChange, onStudioEvent, onStudioResume, studio } from '../studio.ts'

const retryMs = 2000

/** Whether the studio answers; while it does not, it is asked again and again. */
export const useConnection = defineStore('connection', () => {
  const bindings = useKeyBindings()
  const connected = ref(true)
  /** How often the studio came back; what it told before each time was not heard. */
  const resumed = ref(0)
  const host = ref<HostInfo>()
  const sandbox = ref<StudioEvents['sandbox.changed']['state']>('ready')
  const version = computed(() => host.value?.version)

  onConnectionChange((now) => {
    connected.value = now
    if (!now) retryLater()
  })
  onStudioResume(() => {
    resumed.value += 1
    // A restart that was under way has long ended.
    sandbox.value = 'ready'
  })
  onStudioEvent('sandbox.changed', ({ state }) => (sandbox.value = state))

  async function ask(): Promise<void> {
    try {
      host.value = await studio.host.info()
      bindings.ownWindow = host.value.capabilities.nativeMenu
    } catch {
      if (!connected.value) retryLater()
    }
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  function retryLater(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), retryMs)
  }

  return { connected, resumed, host, version, sandbox, ask }
})
