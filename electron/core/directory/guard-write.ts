import { StudioError } from '../../contract/errors.ts'
import type { InstanceEntry } from '../../contract/models/workspace.ts'
import type { Instance } from '../instance/instance.ts'
import type { DirectoryPorts } from './directory-ports.ts'

/**
 * The instance, where its protection lets it be written to.
 * @throws StudioError `protection-read-only`, `confirmation-needed`; as connecting does
 */
export async function connectToWrite(
  { instances }: DirectoryPorts,
  id: string,
  confirmation: string | null,
): Promise<Instance> {
  refuseProtected(await instances.entry(id), confirmation)
  return instances.connect(id)
}

function refuseProtected({ name, protection }: InstanceEntry, confirmation: string | null): void {
  if (protection === 'read-only') {
    throw new StudioError({
      code: 'protection-read-only',
      message: `The instance ${name} is protected: the studio writes nothing to it.`,
      hint: 'Change its protection in the settings of the instance if that is no longer meant.',
    })
  }
  if (protection === 'confirm' && confirmation?.trim() !== name) {
    throw new StudioError({
      code: 'confirmation-needed',
      message: `The instance ${name} is protected: a change to it needs its name as confirmation.`,
      hint: `Type the name of the instance, ${name}, exactly as it is.`,
    })
  }
}
