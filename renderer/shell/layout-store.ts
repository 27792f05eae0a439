import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { ActivityId } from './activities.ts'

const key = 'studio.sideBar'

/** Which parts of the shell show. */
export const useLayout = defineStore('layout', () => {
  const activity = ref<ActivityId>('lambdas')
  const sideBar = ref(localStorage.getItem(key) !== 'hidden')

  function toggleSideBar(): void {
    sideBar.value = !sideBar.value
    localStorage.setItem(key, sideBar.value ? 'shown' : 'hidden')
  }

  /** Shows an activity; the one that shows already opens or closes its side bar. */
  function choose(next: ActivityId): void {
    if (next === activity.value || !sideBar.value) toggleSideBar()
    activity.value = next
  }

  /** Shows an activity and leaves the side bar as it is. */
  const show = (next: ActivityId): void => void (activity.value = next)

  return { activity, sideBar, toggleSideBar, choose, show }
})
