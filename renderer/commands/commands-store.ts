import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Command } from './command.ts'
import { useKeyBindings } from './key-bindings-store.ts'
import { matchesKeys, type KeyPress } from './keys.ts'
import { useScreens } from './screens-store.ts'

/** How many commands the palette remembers as used. */
const mostRecent = 5

/** Every command of the studio; those that do not apply now are in it too. */
export const useCommands = defineStore('commands', () => {
  const bindings = useKeyBindings()
  const screens = useScreens()
  const commands = shallowRef<ReadonlyMap<string, Command>>(new Map())
  /** The commands that were carried out from the palette, the last one first. */
  const recent = shallowRef<readonly string[]>([])

  const list = computed(() => [...commands.value.values()])

  /** Adds commands; a command of the same id is replaced. Answers with what takes them away again. */
  function register(added: readonly Command[]): () => void {
    commands.value = new Map([...commands.value, ...added.map((command) => [command.id, command] as const)])
    return () => {
      commands.value = new Map([...commands.value].filter(([, command]) => !added.includes(command)))
    }
  }

  /** Whether a command is there and applies now. */
  function applies(id: string, target?: string): boolean {
    const command = commands.value.get(id)
    if (command === undefined || (command.screen && !screens.isShown(command.screen))) return false
    return command.enabled?.(target) !== false
  }

  /** Carries a command out; false where there is none or it does not apply now. */
  function run(id: string, target?: string): boolean {
    if (!applies(id, target)) return false
    commands.value.get(id)?.run(target)
    return true
  }

  /** Carries out what a key press stands for, first on the screen that shows; false where it stands for nothing. */
  function press(event: KeyPress): boolean {
    if (bindings.recording) return false
    const meant = list.value.filter((command) =>
      bindings.allKeysOf(command).some((keys) => matchesKeys(event, keys)),
    )
    return meant.toSorted(byScreen).some(({ id }) => run(id))
  }

  /** Notes that a command was chosen in the palette. */
  function noteUse(id: string): void {
    recent.value = [id, ...recent.value.filter((other) => other !== id)].slice(0, mostRecent)
  }

  function keysOf(id: string): string | undefined {
    const command = commands.value.get(id)
    return command && bindings.keysOf(command)
  }

  return { commands, list, recent, register, applies, run, press, noteUse, keysOf }
})

const byScreen = (one: Command, other: Command): number => Number(!one.screen) - Number(!other.screen)
