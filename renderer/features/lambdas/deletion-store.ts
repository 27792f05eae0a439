import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

interface Question {
  readonly name: string
  readonly answer: (mayDelete: boolean) => void
}

/** The question before a lambda is deleted, for those who want to be asked. */
export const useDeletion = defineStore('deletion', () => {
  const question = shallowRef<Question>()

  function ask(name: string): Promise<boolean> {
    answer(false)
    return new Promise((resolve) => (question.value = { name, answer: resolve }))
  }

  function answer(mayDelete: boolean): void {
    question.value?.answer(mayDelete)
    question.value = undefined
  }

  return { question, ask, answer }
})
