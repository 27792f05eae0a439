import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { PlainMessageKey } from '../messages/translate.ts'
import { matchesKeys, type KeyPress } from './keys.ts'

/** Something the user can do; buttons, keys and menus all lead here. */
export interface Command {
  /** For example `lambda.run`. */
  readonly id: string
  readonly title: PlainMessageKey
  /** For example `Mod+Enter`. */
  readonly keys?: string
  readonly enabled?: () => boolean
  readonly run: () => void
}

/** Every command that can be given now. */
export const useCommands = defineStore('commands', () => {
  const commands = shallowRef<ReadonlyMap<string, Command>>(new Map())

  /** Adds commands; a command of the same id is replaced. Answers with what takes them away again. */
  function register(added: readonly Command[]): () => void {
    commands.value = new Map([...commands.value, ...added.map((command) => [command.id, command] as const)])
    return () => {
      commands.value = new Map([...commands.value].filter(([, command]) => !added.includes(command)))
    }
  }

  /** Carries a command out; false where there is none or it does not apply now. */
  function run(id: string): boolean {
    const command = commands.value.get(id)
    if (!command || command.enabled?.() === false) return false
    command.run()
    return true
  }

  /** Carries out what a key press stands for; false where it stands for nothing. */
  function press(event: KeyPress): boolean {
    const found = [...commands.value.values()].find(({ keys }) => keys && matchesKeys(event, keys))
    return found !== undefined && run(found.id)
  }

  const keysOf = (id: string): string | undefined => commands.value.get(id)?.keys

  return { commands, register, run, press, keysOf }
})
