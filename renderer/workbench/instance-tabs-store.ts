import { defineStore } from 'pinia'
import { ref } from 'vue'

/** What can be looked at of an instance. */
export type InstanceTab = 'sync' | 'promote' | 'events' | 'connection'

/** What shows of the instance that is worked with. */
export const useInstanceTabs = defineStore('instanceTabs', () => {
  const shown = ref<InstanceTab>('sync')
  return { shown }
})
