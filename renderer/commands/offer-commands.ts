import { onScopeDispose } from 'vue'
import { useCommands, type Command } from './commands-store.ts'

/** Offers commands for as long as the component lives. */
export function offerCommands(commands: readonly Command[]): void {
  onScopeDispose(useCommands().register(commands))
}
