import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import { usualSettings } from '../../electron/contract/models/setting.ts'
import { useSettings } from '../features/settings/settings-store.ts'
import { studio } from '../studio.ts'
import { hasCapability } from './capabilities.ts'
import { useFailures } from './failures-store.ts'
import { nextZoom } from './zoom-steps.ts'

/** How large the window shows everything, in percent, where the host can do that. */
export const useZoom = defineStore('zoom', () => {
  const settings = useSettings()
  const percent = ref<number>(usualSettings['appearance.zoom'])

  const set = (value: number): void => void (percent.value = value)
  const reset = (): void => set(usualSettings['appearance.zoom'])
  const step = (by: 1 | -1): void => set(nextZoom(percent.value, by))
  const canStep = (by: 1 | -1): boolean => nextZoom(percent.value, by) !== percent.value

  watch(
    () => (hasCapability('zoom') && settings.state ? percent.value : undefined),
    (now) => {
      if (now !== undefined) void useFailures().attempt(() => studio.shell.zoom(now))
    },
    // Once what the settings say was taken over.
    { flush: 'post' },
  )

  return { percent, set, reset, step, canStep }
})
