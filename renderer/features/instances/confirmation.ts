import { computed, reactive, ref } from 'vue'
import { useInstances } from './instances-store.ts'

/** What must be typed before something is written to the instance that is worked with. */
export function useConfirmation() {
  const instances = useInstances()
  const typed = ref('')
  const name = computed(() => instances.current?.name ?? '')
  const needed = computed(() => instances.current?.protection === 'confirm')
  const readOnly = computed(() => instances.current?.protection === 'read-only')
  const given = computed(() => (needed.value ? typed.value.trim() : null))
  const ready = computed(() => !readOnly.value && (!needed.value || typed.value.trim() === name.value))
  const clear = (): void => void (typed.value = '')

  return reactive({ typed, name, needed, readOnly, given, ready, clear })
}
