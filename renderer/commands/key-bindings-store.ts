import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { recallKeys, rememberKeys, type ChosenKeys } from './chosen-keys.ts'
import type { Command } from './command.ts'

/** Which keys each command has: its own, or those that the user chose. */
export const useKeyBindings = defineStore('keyBindings', () => {
  const chosen = shallowRef<ChosenKeys>(recallKeys(localStorage))
  /** The studio has a window of its own, where no browser keeps keys for itself. */
  const ownWindow = ref(false)
  /** New keys are being pressed: they are not to be carried out. */
  const recording = ref(false)

  const defaultOf = ({ keys, windowKeys }: Command): string | undefined =>
    (ownWindow.value ? windowKeys : undefined) ?? keys

  function keysOf(command: Command): string | undefined {
    const own = chosen.value[command.id]
    return own === undefined ? defaultOf(command) : (own ?? undefined)
  }

  /** All keys that carry a command out. */
  function allKeysOf(command: Command): readonly string[] {
    const keys = keysOf(command)
    const also = isChosen(command.id) ? [] : (command.alsoKeys ?? [])
    return keys === undefined ? also : [keys, ...also]
  }

  const isChosen = (id: string): boolean => chosen.value[id] !== undefined

  /** Gives a command other keys, or none. */
  function choose(command: Command, keys: string | null): void {
    if (keys === (defaultOf(command) ?? null)) reset(command.id)
    else take({ ...chosen.value, [command.id]: keys })
  }

  /** Gives a command its own keys again. */
  function reset(id: string): void {
    const { [id]: _dropped, ...rest } = chosen.value
    take(rest)
  }

  const resetAll = (): void => take({})

  function take(next: ChosenKeys): void {
    chosen.value = next
    rememberKeys(localStorage, next)
  }

  return { chosen, ownWindow, recording, defaultOf, keysOf, allKeysOf, isChosen, choose, reset, resetAll }
})
