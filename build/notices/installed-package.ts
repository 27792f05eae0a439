import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve, sep } from 'node:path'
import { z } from 'zod'
import { standardLicences } from './standard-licence.ts'

/** A package with the texts that whoever passes it on has to pass on with it. */
export interface InstalledPackage {
  readonly name: string
  readonly version: string
  /** As SPDX writes it. */
  readonly licence: string
  readonly texts: readonly string[]
}

const manifestShape = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  author: z.union([z.string(), z.object({ name: z.string() })]).optional(),
})

/**
 * Reads a package as npm put it into a folder.
 * @throws Error where it comes with no text of its licence and that is none of those known by name
 */
export function readPackage(folder: string): InstalledPackage {
  const { name, version, license, author } = manifestShape.parse(readJson(join(folder, 'package.json')))
  const licence = license ?? 'see below'
  const texts = textsIn(folder)
  if (texts.length > 0) return { name, version, licence, texts }
  const standard = standardLicences(name, licence, typeof author === 'object' ? author.name : author)
  if (standard === undefined) throw new Error(`${folder} has no text of its licence, ${licence}.`)
  return { name, version, licence, texts: standard }
}

/** The folder of the package that a module is of; undefined for a module of none. */
export function packageFolderOf(module: string): string | undefined {
  const parts = resolve(module.replace(/^\0/, '').replace(/\?.*$/, '')).split(sep)
  const at = parts.lastIndexOf('node_modules')
  if (at < 0) return undefined
  const length = parts[at + 1]?.startsWith('@') ? 3 : 2
  const folder = parts.slice(0, at + length).join(sep)
  return existsSync(join(folder, 'package.json')) ? folder : undefined
}

const lockShape = z.object({ packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })) })

/** The folders of the packages that are packed with the program: what it needs besides tools, as far as it is installed. */
export function packedFolders(root: string): string[] {
  const { packages } = lockShape.parse(readJson(join(root, 'package-lock.json')))
  const needed = Object.keys(packages).filter((path) => path !== '' && !packages[path]?.dev)
  // The build of Node for this system is put there by a script of its package.
  const node = globSync('node_modules/node/node_modules/node-*', { cwd: root })
  return [...needed, ...node]
    .map((path) => join(root, path))
    .filter((folder) => existsSync(join(folder, 'package.json')))
}

const noticeFile = /^(licen[cs]e|copying|notice|third-?party-?notices)([-._].*)?$/i

function textsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && noticeFile.test(basename(entry.name)))
    .map(({ name }) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim())
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
