import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { isBuildCurrent, markBuildCurrent } from './build-stamp.ts'

const root = join(import.meta.dirname, '..', '..')

/** `npm start`: builds what is out of date and opens the studio. */
if (!isBuildCurrent(root)) {
  process.stderr.write('Building the studio; this happens after a change only.\n')
  const electronVite = join(
    dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')),
    'bin',
    'electron-vite.js',
  )
  const { status } = spawnSync(process.execPath, [electronVite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
  markBuildCurrent(root)
}

process.argv.splice(2, 0, 'open')
await import('./main.ts')
