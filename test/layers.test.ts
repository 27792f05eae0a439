import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Which layers a layer may import, besides itself. */
const layers: Readonly<Record<string, readonly string[]>> = {
  'electron/contract': [],
  'electron/core': ['electron/contract'],
  'electron/demo': ['electron/contract'],
  'electron/sandbox': ['electron/contract'],
  'electron/preload': ['electron/contract'],
  renderer: ['electron/contract'],
  'electron/main': ['electron/contract', 'electron/core', 'electron/demo'],
  'electron/cli': ['electron/contract', 'electron/core', 'electron/demo', 'electron/web'],
  'electron/web': ['electron/contract', 'electron/core', 'electron/demo'],
}

/** Which layers may import a package. */
const packages: Readonly<Record<string, readonly string[]>> = {
  electron: ['electron/main', 'electron/preload'],
  'electron-store': ['electron/main'],
  'isolated-vm': ['electron/sandbox'],
  vue: ['renderer'],
  pinia: ['renderer'],
  'monaco-editor': ['renderer'],
}

interface Import {
  readonly file: string
  readonly specifier: string
  readonly typeOnly: boolean
}

const files = globSync(['electron/**/*.ts', 'renderer/**/*.{ts,vue}'], { cwd: root })
const imports = files.flatMap(importsOf)

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const statements = text.matchAll(/^\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s+['"]([^'"]+)['"]/gm)
  const bare = text.matchAll(/(?:^\s*import\s+|\bimport\()\s*['"]([^'"]+)['"]/gm)
  return [
    ...[...statements].map(([, type, specifier]) => ({
      file,
      specifier: specifier!,
      typeOnly: Boolean(type),
    })),
    ...[...bare].map(([, specifier]) => ({ file, specifier: specifier!, typeOnly: false })),
  ]
}

function layerOf(file: string): string | undefined {
  return Object.keys(layers).find((layer) => file.startsWith(`${layer}/`))
}

function targetOf({ file, specifier }: Import): string {
  return relative(root, join(root, dirname(file), specifier))
}

test('every source file belongs to a layer', () => {
  expect(files.filter((file) => !layerOf(file) && !/\.d\.ts$|vite-env/.test(file))).toEqual([])
})

test('a layer imports only the layers below it', () => {
  const wrong = imports
    .filter(({ specifier }) => specifier.startsWith('.'))
    .filter((entry) => {
      const from = layerOf(entry.file)
      const to = layerOf(targetOf(entry))
      return from && to && from !== to && !layers[from]!.includes(to)
    })
  expect(wrong).toEqual([])
})

test('a package with one owner is imported by its owner alone', () => {
  const wrong = imports.filter(({ file, specifier }) => {
    const owners = Object.entries(packages).find(
      ([name]) => specifier === name || specifier.startsWith(`${name}/`),
    )?.[1]
    return owners && !owners.some((owner) => file.startsWith(`${owner}/`))
  })
  expect(wrong).toEqual([])
})

test('a pure planner imports types only', () => {
  const wrong = imports.filter(({ file, typeOnly }) => /(^|\/)plan\.ts$/.test(file) && !typeOnly)
  expect(wrong).toEqual([])
})

test('a feature imports no component of another feature', () => {
  const feature = (file: string): string | undefined => /^renderer\/features\/([^/]+)\//.exec(file)?.[1]
  const wrong = imports.filter((entry) => {
    const from = feature(entry.file)
    const target = targetOf(entry)
    const to = feature(target)
    return from && to && from !== to && target.endsWith('.vue')
  })
  expect(wrong).toEqual([])
})

test('files are named in kebab case and components in Pascal case', () => {
  const wrong = files.filter((file) => {
    const name = file.split('/').at(-1)!
    return name.endsWith('.vue')
      ? !/^[A-Z][A-Za-z0-9]*\.vue$/.test(name)
      : !/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.ts$/.test(name)
  })
  expect(wrong).toEqual([])
})

test('nothing is exported as default', () => {
  const wrong = files.filter((file) => /^export default\b/m.test(readFileSync(join(root, file), 'utf8')))
  expect(wrong).toEqual([])
})
