import { defineStore } from 'pinia'
import { ref } from 'vue'

const usageKey = 'studio.usage'

/** What can be looked at of an instance. */
export type InstanceTab = 'sync' | 'promote' | 'events' | 'connection'

/** What shows of the instance that is worked with, and whether a lambda's uses there show beside it. */
export const useInstanceTabs = defineStore('instanceTabs', () => {
  const shown = ref<InstanceTab>('sync')
  const usage = ref(localStorage.getItem(usageKey) === 'shown')

  function setUsage(on: boolean): void {
    usage.value = on
    localStorage.setItem(usageKey, on ? 'shown' : 'hidden')
  }

  return { shown, usage, setUsage }
})
