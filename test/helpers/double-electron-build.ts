import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** By this the fuses of an Electron executable are found: a sentinel, a version, their count, and one sign for each. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const count = 9

/** An unpacked Electron for Linux of which only the fuses are real, with all of them as Electron ships them: on. */
export function makeElectronBuild(folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version']) writeFileSync(join(folder, name), '')
  const fuses = Buffer.from([1, count, ...Buffer.from('1'.repeat(count))])
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from(sentinel), fuses]))
  chmodSync(join(folder, 'electron'), 0o755)
}

/** Electron's fuses in the order of its wire; see @electron/fuses. */
const names = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'asarIntegrity',
  'onlyLoadAppFromAsar',
  'browserSnapshot',
  'fileProtocolPrivileges',
] as const

/** How the fuses of an executable stand. */
export function readFuses(executable: string): Readonly<Record<string, boolean>> {
  const bytes = readFileSync(executable)
  const start = bytes.indexOf(sentinel) + sentinel.length + 2
  return Object.fromEntries(names.map((name, at) => [name, bytes[start + at] === '1'.charCodeAt(0)]))
}
