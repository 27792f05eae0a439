import { StudioError } from '../../contract/errors.ts'
import type { InstanceEntry } from '../../contract/models/workspace.ts'
import { say } from '../../contract/words.ts'

/**
 * Holds an instance's protection before anything is written to it.
 * @throws StudioError `protected-read-only`, `protected-confirm`
 */
export function refuseUnconfirmed(
  { name, protection }: Pick<InstanceEntry, 'name' | 'protection'>,
  confirmation: string | null,
): void {
  if (protection === 'read-only') {
    throw new StudioError({
      code: 'protected-read-only',
      message: say`${name} is set to read-only in this workspace; nothing was written to it.`,
      hint: 'Change the protection in the settings of the instance, if you mean to write there.',
    })
  }
  if (protection === 'confirm' && confirmation !== name) {
    throw new StudioError({
      code: 'protected-confirm',
      message:
        confirmation === null
          ? say`Writing to ${name} needs its name to be typed; nothing was written.`
          : say`Writing to ${name} needs its name to be typed, and another was; nothing was written.`,
      hint: say`Type the name of the instance: ${name}`,
    })
  }
}
