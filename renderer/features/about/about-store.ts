import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Beside the page in what is built; a page that is made as it is asked for has none. */
const address = './THIRD-PARTY-NOTICES.txt'

/** What the studio is, and whose work is in it. */
export const useAbout = defineStore('about', () => {
  const isOpen = ref(false)
  /** The licences of what the studio contains; null where they cannot be had. */
  const notices = ref<string | null>('')

  async function show(): Promise<void> {
    isOpen.value = true
    notices.value ||= await read().catch(() => null)
  }

  return { isOpen, notices, show }
})

async function read(): Promise<string | null> {
  const answer = await fetch(address)
  const isText = answer.headers.get('content-type')?.startsWith('text/plain') === true
  return answer.ok && isText ? answer.text() : null
}
