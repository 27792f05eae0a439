import ui from '@nuxt/ui/vue-plugin'
import { config, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'

config.global.plugins.push(ui, createPinia())

/** Mounts a component as the page does: with icons, theme and stores. */
export const mountComponent = mount
