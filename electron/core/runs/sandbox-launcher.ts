import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SandboxLauncher } from '../ports.ts'

const resolver = createRequire(import.meta.url)

/**
 * How to start the sandbox of the installation that a host's own module belongs to: with the running Node where it
 * is a plain Node 24, else with the one that the `node` package brings.
 * @param hostUrl `import.meta.url` of `electron/<host>/<module>.ts`, or of `out/main/<module>.js` in a build
 */
export function sandboxLauncher(hostUrl: string): SandboxLauncher {
  const root = installationRoot(hostUrl)
  const entry = hostUrl.endsWith('.ts') ? ['electron', 'sandbox', 'main.ts'] : ['out', 'main', 'sandbox.js']
  const path = outsideArchive(join(root, ...entry))
  return { executable: findNode(), entry: path, readable: [dirname(path), ...readableBeside(root)] }
}

/** What the process reads besides its own folder: two packages, and what Node and they look at to load them. */
function readableBeside(root: string): string[] {
  const isolatedVm = outsideArchive(resolver.resolve('isolated-vm/package.json'))
  const loader = createRequire(isolatedVm).resolve('node-gyp-build/package.json')
  return [
    outsideArchive(join(root, 'package.json')),
    dirname(isolatedVm),
    dirname(loader),
    '/etc/alpine-release',
  ]
}

/** The folder that holds package.json, seen from a host's own module. */
export function installationRoot(hostUrl: string): string {
  return fileURLToPath(new URL('../..', hostUrl))
}

function findNode(): string {
  if (process.versions.node.startsWith('24.') && !process.versions['electron']) return process.execPath
  const manifest = resolver.resolve('node/package.json')
  const { bin } = resolver(manifest) as { bin: { node: string } }
  return outsideArchive(join(dirname(manifest), bin.node))
}

/**
 * Where a file of the installation lies for programs other than Electron, which alone looks into the archive that a
 * packed program is: those that others read lie beside it.
 */
export function outsideArchive(path: string): string {
  return path.replace(/([\\/]app\.asar)(?=[\\/])/, '$1.unpacked')
}
