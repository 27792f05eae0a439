import { execFile } from 'node:child_process'
import {
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { extractAll, listPackage } from '@electron/asar'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeElectronBuild, readFuses } from '../helpers/double-electron-build.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..', '..')
const builder = join(
  dirname(createRequire(import.meta.url).resolve('electron-builder/package.json')),
  'cli.js',
)

/**
 * The real builder packs the program into a double of Electron's build, because that is downloaded and this is not.
 * What is packed is then unpacked and run, with the Node that was packed with it.
 */
describe.runIf(process.platform === 'linux')('the packed program', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'package-')))
  const program = join(folder, 'dist', 'linux-unpacked')
  const archive = join(program, 'resources', 'app.asar')
  const beside = `${archive}.unpacked`
  let listed: readonly string[]

  beforeAll(async () => {
    const electron = join(folder, 'electron')
    makeElectronBuild(electron)
    const config = ['--config', 'electron-builder.config.ts', `-c.electronDist=${electron}`]
    const output = `-c.directories.output=${join(folder, 'dist')}`
    await run(process.execPath, [builder, '--linux', '--dir', ...config, output], { cwd: root })
    listed = listPackage(archive, { isPack: false })
    const packed = join(folder, 'packed.asar')
    renameSync(archive, packed)
    renameSync(beside, `${packed}.unpacked`)
    extractAll(packed, archive)
    renameSync(`${packed}.unpacked`, beside)
  })

  test('has its fuses set as the security of Electron asks', () => {
    expect(readFuses(join(program, 'lambda-studio'))).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeCliInspect: false,
      asarIntegrity: true,
      onlyLoadAppFromAsar: true,
      browserSnapshot: false,
      fileProtocolPrivileges: false,
    })
  })

  test('has all that is built, and neither sources nor tests nor maps', () => {
    const built = globSync('out/{main,preload,renderer}/**/*', { cwd: root, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    const own = listed.filter((path) => !path.startsWith('/node_modules'))
    expect(built.filter((path) => !listed.includes(path))).toEqual([])
    expect(own.filter((path) => !/^\/(out|package\.json)(\/|$)/.test(path))).toEqual([])
    expect(own.filter((path) => /\.(ts|vue|map)$/.test(path))).toEqual([])
  })

  test('has its licence beside it, whole', () => {
    expect(readFileSync(join(program, 'resources', 'LICENSE'))).toEqual(readFileSync(join(root, 'LICENSE')))
  })

  test('has the licence of every package that is in it, in the page or beside it, and shows them to the page', () => {
    const notices = readFileSync(join(program, 'resources', 'THIRD-PARTY-NOTICES.txt'), 'utf8')
    expect(readFileSync(join(archive, 'out', 'renderer', 'THIRD-PARTY-NOTICES.txt'), 'utf8')).toBe(notices)
    const packed = listed
      .filter((path) => /^\/node_modules\/(@[^/]+\/)?[^/@]+\/package\.json$/.test(path))
      .map((path) => manifestIn(dirname(join(archive, path))))
    const ofPage = globSync('renderer/**/*.{ts,vue}', { cwd: root })
      .flatMap((file) => importedIn(readFileSync(join(root, file), 'utf8')))
      .map((name) => manifestIn(join(root, 'node_modules', name)))
    const besides = [
      '@fontsource-variable/inter',
      '@fontsource-variable/jetbrains-mono',
      '@iconify-json/lucide',
    ]
    const named = [...besides, 'electron', 'tailwindcss'].map((name) =>
      manifestIn(join(root, 'node_modules', name)),
    )
    expect(packed.length).toBeGreaterThan(40)
    const needed = new Set(
      [...packed, ...ofPage, ...named].map(({ name, version }) => `${name} ${version} (`),
    )
    expect([...needed].filter((title) => !notices.includes(`\n${title}`))).toEqual([])
    expect(notices).toContain('SIL OPEN FONT LICENSE')
    expect(notices).toContain('Node.js is licensed for use as follows')
  })

  test('has every package that the built files load', () => {
    const packages = globSync('out/main/**/*.js', { cwd: archive }).flatMap((file) =>
      packagesOf(join(archive, file)),
    )
    expect(packages).toContain('electron-store')
    const needed = new Set(packages.filter((name) => name !== 'electron'))
    expect([...needed].filter((name) => !existsSync(join(archive, 'node_modules', name)))).toEqual([])
  })

  test('has the sandbox beside the archive, with its own Node, and without builds for other systems', async () => {
    const { stdout } = await run(join(beside, 'node_modules', 'node', 'bin', 'node'), ['--version'])
    expect(stdout).toMatch(/^v24\./)
    const builds = globSync('node_modules/isolated-vm/prebuilds/*', { cwd: beside })
    expect(builds).toEqual([`node_modules/isolated-vm/prebuilds/linux-${process.arch}`])
    expect(existsSync(join(beside, 'node_modules', 'isolated-vm', 'src'))).toBe(false)
  })

  test('runs a lambda in it, as it does under Electron', async () => {
    const body = join(folder, 'lambda.js')
    writeFileSync(body, "function populate(jwt, user) {\n  jwt.packed = 'yes';\n}\n")
    // The launcher takes a Node of its own where it runs in Electron, as the packed program does.
    const asElectron = "Object.defineProperty(process.versions, 'electron', { value: '45.0.0' })"
    const cli = join(archive, 'out', 'main', 'cli.js')
    const args = ['--import', `data:text/javascript,${encodeURIComponent(asElectron)}`, cli]
    const { stdout } = await run(
      process.execPath,
      [...args, 'run', body, '--type', 'JWTPopulate', '--json'],
      {
        cwd: folder,
        env: { ...process.env, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
      },
    )
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'completed', arguments: { jwt: { packed: 'yes' } } })
  })
})

function manifestIn(folder: string): { readonly name: string; readonly version: string } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string }
}

/** The packages whose code a source imports, by name; types come to nothing. */
function importedIn(text: string): string[] {
  return [...text.matchAll(/^import (?!type )(?:[^'"]*? from )?'((?:@[a-z-]+\/)?[a-z-]+)(?:\/[^']*)?'/gm)]
    .map(([, name]) => name!)
    .filter((name) => existsSync(join(root, 'node_modules', name)))
}

/** The packages that a built file imports, by name. */
function packagesOf(path: string): string[] {
  // Types are imported in comments, which load nothing.
  const text = readFileSync(path, 'utf8').replaceAll(/\/\*\* @import .*? \*\//g, '')
  const specifiers = [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)"([@\w][\w@./:-]*)"/g)].map(
    ([, name]) => name!,
  )
  return specifiers
    .filter((name) => !name.startsWith('node:'))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    )
}
