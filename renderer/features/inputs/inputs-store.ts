import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import { DelayedWrites } from '../../documents/delayed-writes.ts'

/** The text of each lambda's own input editor: what to try, besides its cases. */
export const useInputs = defineStore('inputs', () => {
  const texts = shallowReactive(new Map<string, string>())
  /** What is not in the browser's storage yet, under the keys that it goes there by. */
  const unwritten = new Map<string, string>()
  const writes = new DelayedWrites((key: string) => {
    const text = unwritten.get(key)
    unwritten.delete(key)
    if (text !== undefined) remember(key, text)
    return undefined
  })
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
    unwritten.set(prefix + id, text)
    writes.later(prefix + id)
  }

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
