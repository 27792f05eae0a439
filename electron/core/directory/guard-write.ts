import type { Instance } from '../instance/instance.ts'
import { refuseUnconfirmed } from '../sync/protect.ts'
import type { DirectoryPorts } from './directory-ports.ts'

/**
 * The instance, where its protection lets it be written to.
 * @throws StudioError `protected-read-only`, `protected-confirm`; as connecting does
 */
export async function connectToWrite(
  { instances }: DirectoryPorts,
  id: string,
  confirmation: string | null,
): Promise<Instance> {
  refuseUnconfirmed(await instances.entry(id), confirmation)
  return instances.connect(id)
}
