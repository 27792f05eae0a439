import { lstatSync, realpathSync } from 'node:fs'
import { dirname, join, relative, sep, isAbsolute, basename } from 'node:path'
import { StudioError } from '../../contract/errors.ts'
import { say } from '../../contract/words.ts'
import { systemCode } from './file-failure.ts'

/**
 * The path to write so that nothing outside the folder is touched: links are resolved, and refused where they
 * leave the folder or lead nowhere.
 * @throws StudioError `link-points-out`
 */
export function writablePath(folder: string, path: string): string {
  const root = realpathSync.native(folder)
  const target = resolveExisting(path)
  if (target !== null && isInside(root, target)) return target
  throw new StudioError({
    code: 'link-points-out',
    message: say`${relative(folder, path)} is, or lies behind, a link that leads out of the workspace or nowhere.`,
    hint: 'The studio writes inside the workspace only. Replace the link by a file of its own.',
  })
}

/** Whether a real path is the folder or lies in it. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

/** The real path of what is there or would be made there; null for a link that leads nowhere. */
function resolveExisting(path: string): string | null {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found?.isSymbolicLink()) return realPathOf(path)
  const parent = dirname(path)
  if (parent === path) return path
  const folder = realPathOf(parent) ?? resolveExisting(parent)
  return folder && join(folder, basename(path))
}

/** Null where nothing is there. */
function realPathOf(path: string): string | null {
  try {
    return realpathSync.native(path)
  } catch (thrown) {
    if (systemCode(thrown) !== 'ENOENT') throw thrown
    return null
  }
}
