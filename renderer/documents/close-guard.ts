import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { isDisputed, isUnsaved, keyOf, type DocumentPlace, type OpenDocument } from './document.ts'
import { useDocuments } from './documents-store.ts'

/** What the user wants done with unsaved text before it goes out of sight. */
export type CloseChoice = 'save' | 'discard' | 'cancel'

interface Question {
  readonly documents: readonly OpenDocument[]
  readonly answer: (choice: CloseChoice) => void
}

/** The one way by which text may go out of sight: closing tabs, deleting, leaving the workspace or the page. */
export const useCloseGuard = defineStore('closeGuard', () => {
  const texts = useDocuments()
  const question = shallowRef<Question>()
  const asked = computed(() => question.value?.documents ?? [])

  /** Asks about the unsaved texts of these lambdas, or of all; true where they may go. */
  function mayClose(slugs?: readonly string[]): Promise<boolean> {
    return decide(texts.unsaved.filter(({ place }) => slugs?.includes(place.slug) ?? true))
  }

  /** As {@link mayClose}, for one text. */
  function mayCloseText(place: DocumentPlace): Promise<boolean> {
    return decide(texts.unsaved.filter((document) => keyOf(document.place) === keyOf(place)))
  }

  async function decide(unsaved: readonly OpenDocument[]): Promise<boolean> {
    if (unsaved.length === 0) return true
    const choice = await ask(unsaved)
    if (choice === 'cancel') return false
    if (choice === 'discard') return discard(unsaved)
    return save(unsaved)
  }

  function ask(documents: readonly OpenDocument[]): Promise<CloseChoice> {
    question.value?.answer('cancel')
    return new Promise((resolve) => {
      question.value = { documents, answer: resolve }
    })
  }

  function answer(choice: CloseChoice): void {
    question.value?.answer(choice)
    question.value = undefined
  }

  function discard(documents: readonly OpenDocument[]): true {
    for (const { place } of documents) texts.close(place)
    return true
  }

  async function save(documents: readonly OpenDocument[]): Promise<boolean> {
    if (documents.some(isDisputed)) return false
    for (const { place } of documents) await saveText(place)
    const left = documents.flatMap(({ place }) => texts.find(place) ?? [])
    return !left.some(isUnsaved)
  }

  let saveText: (place: DocumentPlace) => Promise<unknown> = texts.save

  /** Has texts saved in another way, such as one that makes a file again which others deleted. */
  function saveBy(save: (place: DocumentPlace) => Promise<unknown>): void {
    saveText = save
  }

  return { asked, mayClose, mayCloseText, answer, saveBy }
})

/** Has the browser ask before the page goes while there is unsaved text. */
export function guardPage(): void {
  const documents = useDocuments()
  window.addEventListener('beforeunload', (event) => {
    if (documents.unsaved.length > 0) event.preventDefault()
  })
}
