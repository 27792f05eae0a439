import { StudioError } from '../../../contract/errors.ts'
import { say } from '../../../contract/words.ts'
import type { Instance } from '../../instance/instance.ts'
import { retrieveApplications } from '../rest/choices.ts'

/**
 * The application with an id; null for null. A key that may not read applications gets it without its name.
 * @throws StudioError `application-not-found`
 */
export async function applicationOf(
  instance: Instance,
  id: string | null,
): Promise<{ readonly id: string; readonly name: string | null } | null> {
  if (id === null) return null
  const applications = await retrieveApplications(instance)
  if (!applications) return { id, name: null }
  const found = applications.find((application) => application.id === id)
  if (found) return { id, name: found.name }
  throw new StudioError({
    code: 'application-not-found',
    message: say`There is no application ${id} that this key may see.`,
    hint: 'Take the id of an application of the tenant; the one you had may have been deleted.',
  })
}
