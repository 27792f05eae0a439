import type { StudioApi } from '../../contract/api.ts'
import { StudioError } from '../../contract/errors.ts'
import { directoryId, type Group } from '../../contract/models/directory-group.ts'

/**
 * The id of a group that was named by id or by its whole name.
 * @throws StudioError `group-not-found`, `group-ambiguous`
 */
export async function findGroupId(studio: StudioApi, instance: string, named: string): Promise<string> {
  const id = directoryId.safeParse(named)
  if (id.success) return id.data
  const namesakes = await groupsNamed(studio, instance, named)
  const [only, ...others] = namesakes
  if (only && others.length === 0) return only.id
  throw only ? ambiguous(named, namesakes) : notFound(named)
}

/** The search takes `*` for any text, and there is no way to mean the sign itself: the names are compared again. */
async function groupsNamed(studio: StudioApi, instance: string, name: string): Promise<readonly Group[]> {
  const found: Group[] = []
  for (let startRow = 0; ; startRow += 500) {
    const { groups, total } = await studio.groups.list(instance, { name, startRow, numberOfResults: 500 })
    found.push(...groups)
    if (groups.length === 0 || found.length >= total) break
  }
  const same = found.filter((group) => group.name.toLowerCase() === name.toLowerCase())
  const exact = same.filter((group) => group.name === name)
  return exact.length > 0 ? exact : same
}

function notFound(name: string): StudioError {
  return new StudioError({
    code: 'group-not-found',
    message: `There is no group ${JSON.stringify(name)}.`,
    hint: 'lambda-studio groups list shows the groups; name one by its id or whole name.',
  })
}

function ambiguous(name: string, groups: readonly Group[]): StudioError {
  return new StudioError({
    code: 'group-ambiguous',
    message: `Several groups are named ${JSON.stringify(name)}.`,
    hint: `Name it by its id: ${groups.map(({ id }) => id).join(', ')}.`,
  })
}
