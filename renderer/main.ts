import './styles/main.css'
import ui from '@nuxt/ui/vue-plugin'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { start } from './start.ts'

const app = createApp(App)
app.use(createPinia())
app.use(ui)
start()
app.mount('#app')
