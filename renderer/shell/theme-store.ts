import { defineStore } from 'pinia'
import { computed, ref, watchEffect } from 'vue'

export type ThemeChoice = 'system' | 'light' | 'dark'

const key = 'studio.theme'

/** Which theme the user chose and which one shows. `public/theme.js` does the same before the first paint. */
export const useTheme = defineStore('theme', () => {
  const choice = ref(readChoice())
  const systemIsDark = ref(prefersDark().matches)
  prefersDark().addEventListener('change', (event) => (systemIsDark.value = event.matches))

  const dark = computed(() => choice.value === 'dark' || (choice.value === 'system' && systemIsDark.value))

  watchEffect(() => {
    document.documentElement.classList.toggle('dark', dark.value)
    document.documentElement.classList.toggle('light', !dark.value)
  })

  function choose(next: ThemeChoice): void {
    choice.value = next
    localStorage.setItem(key, next)
  }

  return { choice, dark, choose }
})

function readChoice(): ThemeChoice {
  const stored = localStorage.getItem(key)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

function prefersDark(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)')
}
