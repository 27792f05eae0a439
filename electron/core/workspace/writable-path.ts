import { lstat, realpath } from 'node:fs/promises'
import { dirname, join, relative, sep, isAbsolute, basename } from 'node:path'
import { StudioError } from '../../contract/errors.ts'
import { systemCode } from './file-failure.ts'

/**
 * The path to write so that nothing outside the folder is touched: links are resolved, and refused where they
 * leave the folder or lead nowhere.
 * @throws StudioError `link-points-out`
 */
export async function writablePath(folder: string, path: string): Promise<string> {
  const root = await realpath(folder)
  const target = await resolveExisting(path)
  if (target !== null && isInside(root, target)) return target
  throw new StudioError({
    code: 'link-points-out',
    message: `${relative(folder, path)} is, or lies behind, a link that leads out of the workspace or nowhere.`,
    hint: 'The studio writes inside the workspace only. Replace the link by a file of its own.',
  })
}

/** Whether a real path is the folder or lies in it. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

/** The real path of what is there or would be made there; null for a link that leads nowhere. */
async function resolveExisting(path: string): Promise<string | null> {
  try {
    return await realpath(path)
  } catch (thrown) {
    if (systemCode(thrown) !== 'ENOENT') throw thrown
    if (await isLink(path)) return null
    if (dirname(path) === path) return path
    const parent = await resolveExisting(dirname(path))
    return parent && join(parent, basename(path))
  }
}

async function isLink(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null)
  return found?.isSymbolicLink() ?? false
}
