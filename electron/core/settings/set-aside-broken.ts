import { existsSync, readFileSync, renameSync } from 'node:fs'

/**
 * Moves a settings file that is not JSON out of the way, under a name beside it, so that the studio starts with the
 * usual settings and the user's own are not lost.
 */
export function setAsideBroken(path: string): void {
  if (!existsSync(path) || isJson(readFileSync(path, 'utf8'))) return
  let aside = `${path}.broken`
  for (let count = 2; existsSync(aside); count++) aside = `${path}.broken-${count}`
  renameSync(path, aside)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
