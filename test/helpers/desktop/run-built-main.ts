import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DoubleDesktop } from './double-desktop.ts'
import type * as Native from './import-as-built.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const builtMain = pathToFileURL(join(root, 'out', 'main', 'index.js')).href
const address = 'double:electron'

const { importAsBuilt } = createRequire(import.meta.url)('./import-as-built.ts') as typeof Native

let starts = 0

/**
 * Runs the built main process with a double in the place of Electron. Further starts in one process are those of the
 * same user, after the program has ended; they meet the double of the first.
 * @param args what the program is started with
 */
export async function runBuiltMain(desktop: DoubleDesktop, args: readonly string[]): Promise<void> {
  starts += 1
  if (starts === 1) putInPlace(desktop.module())
  process.argv = [process.execPath, ...args]
  await importAsBuilt(`${builtMain}?start=${starts}`)
}

function putInPlace(electron: Readonly<Record<string, unknown>>): void {
  Object.assign(globalThis, { doubleElectron: electron })
  const names = Object.keys(electron).join(', ')
  const source = `const { ${names} } = globalThis.doubleElectron
    export { ${names} }
    export default globalThis.doubleElectron`
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron'
        ? { url: address, format: 'module', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url === address ? { format: 'module', shortCircuit: true, source } : next(url, context),
  })
}
