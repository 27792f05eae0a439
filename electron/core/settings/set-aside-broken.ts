import { existsSync, readFileSync, renameSync } from 'node:fs'

/**
 * Moves a settings file that is not JSON out of the way, under a name beside it, so that the studio starts with the
 * usual settings and the user's own are not lost. Answers with the new name; null where nothing was moved.
 */
export function setAsideBroken(path: string): string | null {
  if (!existsSync(path) || isJson(readFileSync(path, 'utf8'))) return null
  let aside = `${path}.broken`
  for (let count = 2; existsSync(aside); count++) aside = `${path}.broken-${count}`
  renameSync(path, aside)
  return aside
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
