import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, extname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { documents, root } from './blocks/blocks.ts'

/** A reference of one document to something in the project. */
interface Reference {
  readonly document: string
  readonly target: string
}

/** Code is no text: what looks like a link there is none. */
function withoutCode(text: string): string {
  return text.replaceAll(/```[^]*?\n```/g, '').replaceAll(/`[^`\n]*`/g, '')
}

function referencesOf(document: string): readonly Reference[] {
  const text = withoutCode(readFileSync(join(root, document), 'utf8'))
  const links = text.matchAll(/\]\(([^)\s]+)\)/g)
  const attributes = text.matchAll(/(?:src|srcset|href)="([^"]+)"/g)
  return [...links, ...attributes]
    .map(([, target]) => ({ document, target: target! }))
    .filter(({ target }) => !/^[a-z]+:/.test(target))
}

const references = documents().flatMap(referencesOf)

/** Where a reference leads, relative to the project, and the heading that it names. */
function placeOf({ document, target }: Reference): {
  readonly path: string
  readonly anchor: string | undefined
} {
  const [file, anchor] = target.split('#')
  const path = file ? join(root, dirname(document), decodeURIComponent(file)) : join(root, document)
  return { path, anchor }
}

/** The names that headings go by, as GitHub makes them. */
function anchorsOf(path: string): ReadonlySet<string> {
  const text = readFileSync(path, 'utf8').replaceAll(/```[^]*?\n```/g, '')
  const seen = new Map<string, number>()
  const names = [...text.matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading]) => {
    const name = heading!
      .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-')
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    return before === 0 ? name : `${name}-${before}`
  })
  return new Set(names)
}

const shown = ({ document, target }: Reference): string => `${document}: ${target}`

test('every document, file and picture that a document names is there', () => {
  const dead = references.filter((reference) => !existsSync(placeOf(reference).path))
  expect(dead.map(shown)).toEqual([])
})

test('every heading that a document names is there', () => {
  const dead = references.filter((reference) => {
    const { path, anchor } = placeOf(reference)
    return anchor !== undefined && extname(path) === '.md' && existsSync(path) && !anchorsOf(path).has(anchor)
  })
  expect(dead.map(shown)).toEqual([])
})

test('every document can be reached from the README', () => {
  const reached = new Set(['README.md'])
  for (const document of reached) {
    for (const reference of referencesOf(document)) {
      const path = relative(root, placeOf(reference).path).replaceAll('\\', '/')
      if (extname(path) === '.md') reached.add(path)
    }
  }
  expect(documents().filter((document) => !reached.has(document))).toEqual([])
})

test('every picture has both themes, is shown, and is small', () => {
  const pictures = references
    .map((reference) => placeOf(reference).path)
    .filter((path) => extname(path) === '.png')
    .map((path) => relative(root, path).replaceAll('\\', '/'))
  const both = new Set(pictures.map((path) => path.replace(/-(light|dark)\.png$/, '')))
  for (const name of both)
    expect(pictures).toEqual(expect.arrayContaining([`${name}-light.png`, `${name}-dark.png`]))
  expect(pictures.filter((path) => statSync(join(root, path)).size > 150_000)).toEqual([])
})
