import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { isBuildCurrent, markBuildCurrent } from '../../electron/cli/build-stamp.ts'

const root = join(import.meta.dirname, '..', '..')

/** The page under test is the one that ships: built, and built of the sources as they are. */
export function setup(): void {
  if (isBuildCurrent(root)) return
  const electronVite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  execFileSync(process.execPath, [electronVite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  })
  markBuildCurrent(root)
}
