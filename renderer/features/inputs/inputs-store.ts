import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'

const delayMs = 300

/** The text of each lambda's own input editor: what to try, besides its cases. */
export const useInputs = defineStore('inputs', () => {
  const texts = shallowReactive(new Map<string, string>())
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  let prefix = 'studio.input '

  /** Inputs are kept in the browser for each workspace. */
  function enter(folder: string): void {
    prefix = `studio.input ${folder} `
  }

  /** Opens a lambda's input: as it was left, else as `first` says. */
  function open(id: string, first: string): void {
    if (!texts.has(id)) texts.set(id, recall(prefix + id) ?? first)
  }

  const of = (id: string): string => texts.get(id) ?? ''

  function edit(id: string, text: string): void {
    texts.set(id, text)
    clearTimeout(timers.get(id))
    const key = prefix + id
    timers.set(
      id,
      setTimeout(() => remember(key, text), delayMs),
    )
  }

  window.addEventListener('pagehide', () => {
    for (const id of timers.keys()) remember(prefix + id, of(id))
  })

  return { enter, open, of, edit }
})

function recall(key: string): string | undefined {
  return localStorage.getItem(key) ?? undefined
}

function remember(key: string, text: string): void {
  try {
    localStorage.setItem(key, text)
  } catch {
    // A full or closed storage costs this input on the next visit; inputs worth keeping are cases.
  }
}
