import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowReactive, shallowRef } from 'vue'

/** What goes when a form goes: one of `instance` with its dialog, one of `directory` with the instance worked with. */
export type FormScope = 'instance' | 'directory'

/** Something that the user fills in, which is nowhere else until it is sent. */
export interface HeldForm {
  readonly scope: FormScope
  /** What the user calls it. */
  readonly title: () => string
  /** Whether it holds what the user typed or chose. */
  readonly isTouched: () => boolean
  /** Closes it without a question; what was filled in is gone then. */
  readonly close: () => void
}

/** The one way by which a form that was filled in may go without being sent. */
export const useForms = defineStore('forms', () => {
  const held = shallowReactive(new Set<HeldForm>())
  const question = shallowRef<{
    readonly titles: readonly string[]
    readonly answer: (go: boolean) => void
  }>()

  const touched = computed(() => [...held].filter((form) => form.isTouched()))
  const asked = computed(() => question.value?.titles ?? [])

  /** Asks before a form goes, until the returned function is called. */
  function hold(form: HeldForm): () => void {
    held.add(form)
    return () => void held.delete(form)
  }

  /** Asks about the touched forms of a scope, or about all, and closes them where they may go; true where nothing is left. */
  async function mayLeave(scope?: FormScope): Promise<boolean> {
    const going = touched.value.filter((form) => form.scope === (scope ?? form.scope))
    const mayGo = going.length === 0 || (await ask(going))
    if (mayGo) for (const form of going) form.close()
    return mayGo
  }

  /** Closes a form: one that was filled in only where the user agrees. */
  async function leave(form: HeldForm): Promise<void> {
    if (!form.isTouched() || (await ask([form]))) form.close()
  }

  function ask(going: readonly HeldForm[]): Promise<boolean> {
    answer(false)
    return new Promise((resolve) => {
      question.value = { titles: going.map(({ title }) => title()), answer: resolve }
    })
  }

  function answer(go: boolean): void {
    const answering = question.value
    question.value = undefined
    answering?.answer(go)
  }

  return { touched, asked, hold, mayLeave, leave, answer }
})

/** Asks before the form of a component goes, as long as the component is there. Gives what closes it, after asking. */
export function holdForm(form: HeldForm): () => void {
  const forms = useForms()
  onScopeDispose(forms.hold(form))
  return () => void forms.leave(form)
}

/** Has the browser ask before the page goes while a form is filled in. */
export function guardForms(): void {
  const forms = useForms()
  window.addEventListener('beforeunload', (event) => {
    if (forms.touched.length > 0) event.preventDefault()
  })
}
