import { onScopeDispose } from 'vue'
import type { Command } from './command.ts'
import { useCommands } from './commands-store.ts'

/** Offers commands for as long as the component lives. */
export function offerCommands(commands: readonly Command[]): void {
  onScopeDispose(useCommands().register(commands))
}
