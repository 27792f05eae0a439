import { ref, shallowRef, watch } from 'vue'
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import type { ParsedMembers } from '../../../electron/contract/models/directory-member.ts'
import { studio } from '../../studio.ts'

const typingMs = 200

/** A pasted list or the text of a file, and what the studio reads out of it. */
export function useMemberListText() {
  const text = ref('')
  const fileName = ref<string>()
  const parsed = shallowRef<ParsedMembers>()
  const failure = shallowRef<ErrorData>()
  const parsing = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  watch(text, (now) => {
    clearTimeout(timer)
    const number = ++asked
    parsed.value = failure.value = undefined
    parsing.value = now.trim() !== ''
    if (parsing.value) timer = setTimeout(() => void parse(now, number), typingMs)
  })

  async function parse(given: string, number: number): Promise<void> {
    try {
      const read = await studio.members.parse(given)
      if (number === asked) parsed.value = read
    } catch (thrown) {
      if (number === asked) failure.value = toErrorData(thrown)
    } finally {
      if (number === asked) parsing.value = false
    }
  }

  async function open(file: File): Promise<void> {
    fileName.value = file.name
    text.value = await file.text()
  }

  const write = (next: string): void => void (text.value = next)

  function clear(): void {
    text.value = ''
    fileName.value = undefined
  }

  return { text, fileName, parsed, failure, parsing, open, write, clear }
}

export type MemberListText = ReturnType<typeof useMemberListText>
