import { defineStore } from 'pinia'
import { computed, ref, watchEffect } from 'vue'
import type { PlainMessageKey } from '../messages/translate.ts'

export type ThemeChoice = 'system' | 'light' | 'dark' | 'contrast-light' | 'contrast-dark'

/** Whether things move: as the system says, or as the user does. */
export type MotionChoice = 'system' | 'reduced' | 'full'

/** How a choice is offered. */
export interface ThemeLook {
  readonly choice: ThemeChoice
  readonly label: PlainMessageKey
  readonly command: PlainMessageKey
  readonly icon: string
}

export const themeLooks: readonly ThemeLook[] = [
  { choice: 'system', label: 'theme.system', command: 'command.themeSystem', icon: 'i-lucide-monitor' },
  { choice: 'light', label: 'theme.light', command: 'command.themeLight', icon: 'i-lucide-sun' },
  { choice: 'dark', label: 'theme.dark', command: 'command.themeDark', icon: 'i-lucide-moon' },
  {
    choice: 'contrast-light',
    label: 'theme.contrastLight',
    command: 'command.themeContrastLight',
    icon: 'i-lucide-contrast',
  },
  {
    choice: 'contrast-dark',
    label: 'theme.contrastDark',
    command: 'command.themeContrastDark',
    icon: 'i-lucide-contrast',
  },
]

/** The editor's theme of that name goes with the page's. */
export type EditorTheme = 'studio-light' | 'studio-dark' | 'studio-contrast-light' | 'studio-contrast-dark'

const key = 'studio.theme'

/** Which theme the user chose and which one shows. `public/theme.js` does the same before the first paint. */
export const useTheme = defineStore('theme', () => {
  const choice = ref(readChoice())
  const systemIsDark = followMedia('(prefers-color-scheme: dark)')
  const systemWantsContrast = followMedia('(prefers-contrast: more), (forced-colors: active)')
  const systemReducesMotion = followMedia('(prefers-reduced-motion: reduce)')
  const motion = ref<MotionChoice>('system')

  const dark = computed(() =>
    choice.value === 'system' ? systemIsDark.value : choice.value.endsWith('dark'),
  )
  const contrast = computed(() =>
    choice.value === 'system' ? systemWantsContrast.value : choice.value.startsWith('contrast'),
  )
  const reducedMotion = computed(() =>
    motion.value === 'system' ? systemReducesMotion.value : motion.value === 'reduced',
  )
  const editorTheme = computed<EditorTheme>(() => {
    const shade = dark.value ? 'dark' : 'light'
    return contrast.value ? `studio-contrast-${shade}` : `studio-${shade}`
  })

  watchEffect(() => {
    const { classList } = document.documentElement
    classList.toggle('dark', dark.value)
    classList.toggle('light', !dark.value)
    classList.toggle('contrast', contrast.value)
  })
  watchEffect(() => (document.documentElement.dataset['motion'] = motion.value))

  function choose(next: ThemeChoice): void {
    choice.value = next
    localStorage.setItem(key, next)
  }

  return { choice, motion, dark, contrast, editorTheme, reducedMotion, choose }
})

function readChoice(): ThemeChoice {
  const stored = localStorage.getItem(key)
  return themeLooks.find(({ choice }) => choice === stored)?.choice ?? 'system'
}

/** Whether the system is so, now and whenever it changes. */
function followMedia(query: string) {
  const media = matchMedia(query)
  const isSo = ref(media.matches)
  media.addEventListener('change', (event) => (isSo.value = event.matches))
  return isSo
}
