import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DoubleDesktop } from './double-desktop.ts'
import type * as Native from './import-as-built.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const builtMain = pathToFileURL(join(root, 'out', 'main', 'index.js')).href
const scheme = 'double:'

const { importAsBuilt } = createRequire(import.meta.url)('./import-as-built.ts') as typeof Native

let starts = 0

/**
 * Runs the built main process with a double in the place of Electron. Further starts in one process are those of the
 * same user, after the program has ended; they meet the double of the first.
 * @param args what the program is started with
 */
export async function runBuiltMain(desktop: DoubleDesktop, args: readonly string[]): Promise<void> {
  starts += 1
  if (starts === 1)
    putInPlace({ electron: desktop.module(), 'electron-updater': { autoUpdater: desktop.updater } })
  process.argv = [process.execPath, ...args]
  await importAsBuilt(`${builtMain}?start=${starts}`)
}

function putInPlace(doubles: Readonly<Record<string, Readonly<Record<string, unknown>>>>): void {
  Object.assign(globalThis, { electronDoubles: doubles })
  registerHooks({
    resolve: (specifier, context, next) =>
      Object.hasOwn(doubles, specifier)
        ? { url: `${scheme}${specifier}`, format: 'module', shortCircuit: true }
        : next(specifier, context),
    load(url, context, next) {
      if (!url.startsWith(scheme)) return next(url, context)
      const name = url.slice(scheme.length)
      return {
        format: 'module',
        shortCircuit: true,
        source: sourceOf(name, Object.keys(doubles[name] ?? {})),
      }
    },
  })
}

function sourceOf(name: string, exported: readonly string[]): string {
  const names = exported.join(', ')
  return `const { ${names} } = globalThis.electronDoubles['${name}']
    export { ${names} }
    export default globalThis.electronDoubles['${name}']`
}
