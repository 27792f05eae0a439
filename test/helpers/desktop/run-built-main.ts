import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DoubleDesktop } from './double-desktop.ts'
import type * as Native from './import-as-built.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const builtMain = pathToFileURL(join(root, 'out', 'main', 'index.js')).href
const address = 'double:electron'

const { importAsBuilt } = createRequire(import.meta.url)('./import-as-built.ts') as typeof Native

/**
 * Runs the built main process, once in a process, with a double in the place of Electron.
 * @param args what the program is started with
 */
export async function runBuiltMain(desktop: DoubleDesktop, args: readonly string[]): Promise<void> {
  const electron = desktop.module()
  Object.assign(globalThis, { doubleElectron: electron })
  const names = Object.keys(electron).join(', ')
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron'
        ? { url: address, format: 'module', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url === address
        ? {
            format: 'module',
            shortCircuit: true,
            source: `const { ${names} } = globalThis.doubleElectron
              export { ${names} }
              export default globalThis.doubleElectron`,
          }
        : next(url, context),
  })
  process.argv = [process.execPath, ...args]
  await importAsBuilt(builtMain)
}
