import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** Where the user is in the lambda, for the status bar. */
export const useCursor = defineStore('cursor', () => {
  const place = shallowRef({ line: 1, column: 1 })
  const move = (next: { line: number; column: number }): void => void (place.value = next)
  return { place, move }
})
