import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Side } from './open-tabs.ts'

/** The tab that is being dragged, and the side of the editor that it is held over. */
export const useDraggedTab = defineStore('draggedTab', () => ({
  id: ref<string>(),
  over: ref<Side>(),
}))
