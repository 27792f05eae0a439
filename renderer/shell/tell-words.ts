import { watch } from 'vue'
import { shellWordKeys, type ShellWords } from '../../electron/contract/models/shell-words.ts'
import { t, type PlainMessageKey } from '../messages/translate.ts'
import { studio } from '../studio.ts'
import { hasCapability } from './capabilities.ts'
import { useFailures } from './failures-store.ts'

/** Tells the program around the page, where there is one, what its dialogs and menus say in the page's language. */
export function tellWords(): void {
  watch(
    () => hasCapability('nativeMenu'),
    (has) => {
      if (has) void useFailures().attempt(() => studio.shell.speak(shellWordsNow()))
    },
    { immediate: true },
  )
}

/** What is to be filled in stays as it is: the program knows it. */
function shellWordsNow(): ShellWords {
  const texts = shellWordKeys.map((word) => [word, t(`shell.${word}` as PlainMessageKey)])
  return Object.fromEntries(texts) as ShellWords
}
