import './styles/main.css'
import ui from '@nuxt/ui/vue-plugin'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { loadMessages } from './messages/translate.ts'
import { start } from './start.ts'

await loadMessages()
const app = createApp(App)
app.use(createPinia())
app.use(ui)
start()
app.mount('#app')
