import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Whether there was a window, and why not. */
export type DesktopEnd =
  { readonly kind: 'closed' } | { readonly kind: 'impossible'; readonly reason: string }

const resolver = createRequire(import.meta.url)

/** Opens the desktop window, on a folder where one is given, and waits until it is closed. */
export async function openDesktop(
  root: string,
  folder: string | null,
  tell: (text: string) => void,
): Promise<DesktopEnd> {
  if (!hasDisplay()) return { kind: 'impossible', reason: 'this machine has no display.' }
  const electron = findElectron() ?? (await fetchElectron(tell))
  if (!electron) return { kind: 'impossible', reason: "Electron's program is not installed." }
  return runElectron(electron, [root, ...(folder === null ? [] : [`--workspace=${folder}`])])
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
}

/** The `electron` package comes without its program, which it downloads when it is first asked for. */
function findElectron(): string | null {
  try {
    const folder = dirname(resolver.resolve('electron/package.json'))
    const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    return existsSync(program) ? program : null
  } catch {
    return null
  }
}

async function fetchElectron(tell: (text: string) => void): Promise<string | null> {
  tell("Fetching Electron's program; this happens once.")
  const installer = join(dirname(resolver.resolve('electron/package.json')), 'install.js')
  await ended(spawn(process.execPath, [installer], { stdio: 'ignore', timeout: 180_000 }))
  return findElectron()
}

async function runElectron(electron: string, args: readonly string[]): Promise<DesktopEnd> {
  const started = Date.now()
  const code = await ended(spawn(electron, args, { stdio: 'inherit' }))
  const failedAtOnce = code !== 0 && Date.now() - started < 5000
  return failedAtOnce ? { kind: 'impossible', reason: 'Electron did not start.' } : { kind: 'closed' }
}

function ended(child: ReturnType<typeof spawn>): Promise<number> {
  return new Promise((resolve) => {
    child.on('close', (code) => resolve(code ?? 1))
    child.on('error', () => resolve(1))
  })
}
