import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sources = [
  'electron/**/*',
  'renderer/**/*',
  'docs/checks/*',
  'build/notices/*',
  '{electron.vite,renderer}.config.ts',
  'package-lock.json',
]

/** Whether the build in `out` was made of the sources as they are now. */
export function isBuildCurrent(root: string): boolean {
  const stamp = stampFile(root)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources(root)
}

/** Notes that the build in `out` is of the sources as they are now. */
export function markBuildCurrent(root: string): void {
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stampFile(root), hashOfSources(root))
}

function stampFile(root: string): string {
  return join(root, 'out', 'sources.sha256')
}

function hashOfSources(root: string): string {
  const hash = createHash('sha256')
  for (const file of globSync(sources, { cwd: root, withFileTypes: true })) {
    if (!file.isFile()) continue
    const path = join(file.parentPath, file.name)
    hash.update(path.slice(root.length)).update(readFileSync(path))
  }
  return hash.digest('hex')
}
