import { defineStore } from 'pinia'
import { ref } from 'vue'

const key = 'studio.sideBar'

/** Which parts of the shell show. */
export const useLayout = defineStore('layout', () => {
  const sideBar = ref(localStorage.getItem(key) !== 'hidden')

  function toggleSideBar(): void {
    sideBar.value = !sideBar.value
    localStorage.setItem(key, sideBar.value ? 'shown' : 'hidden')
  }

  return { sideBar, toggleSideBar }
})
