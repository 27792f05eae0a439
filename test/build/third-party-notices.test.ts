import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageFolderOf, packedFolders, readPackage } from '../../build/notices/installed-package.ts'
import { noticesText } from '../../build/notices/notices-text.ts'

const root = join(import.meta.dirname, '..', '..')

function makePackage(manifest: object, files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'package-'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'a', version: '1.0.0', ...manifest }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

describe('of a package is passed on', () => {
  test('its licence, its notice and whose work it contains', () => {
    const files = {
      'LICENSE.md': 'Mine.\r\n',
      NOTICE: 'Mind.',
      'ThirdPartyNotices.txt': 'Theirs.',
      'a.js': '',
    }
    const { texts } = readPackage(makePackage({ license: 'MIT' }, files))
    expect(texts.toSorted()).toEqual(['Mind.', 'Mine.', 'Theirs.'])
  })

  test('the words of a licence that it only names, with its author', () => {
    const [text] = readPackage(makePackage({ license: 'ISC', author: { name: 'Ada' } })).texts
    expect(text).toMatch(/^Copyright \(c\) Ada\n\nPermission to use, copy/)
  })

  test('nothing where its licence has no words, which ends the build', () => {
    expect(() => readPackage(makePackage({ license: 'SEE LICENSE' }))).toThrow(/no text of its licence/)
    expect(() => readPackage(makePackage({}))).toThrow(/no text of its licence/)
  })
})

test('a module belongs to the innermost package around it', () => {
  const folder = makePackage({})
  for (const name of ['a', 'a/node_modules/@b/c']) {
    mkdirSync(join(folder, 'node_modules', name), { recursive: true })
    writeFileSync(join(folder, 'node_modules', name, 'package.json'), '{}')
  }
  const inner = join(folder, 'node_modules', 'a', 'node_modules', '@b', 'c')
  expect(packageFolderOf(`\0${inner}/lib/x.js?commonjs-proxy`)).toBe(inner)
  expect(packageFolderOf(join(folder, 'node_modules', 'a', 'x.js'))).toBe(join(folder, 'node_modules', 'a'))
  expect(packageFolderOf(join(folder, 'src', 'x.js'))).toBeUndefined()
  expect(packageFolderOf('\0virtual')).toBeUndefined()
})

test('what packages say in the same words is said once, under all their names', () => {
  const one = { name: 'one', version: '1.0.0', licence: 'MIT', texts: ['Same.'] }
  const text = noticesText([{ ...one, name: 'two' }, one, one])
  expect(text.match(/Same\./g)).toHaveLength(1)
  expect(text).toContain('one 1.0.0 (MIT)\ntwo 1.0.0 (MIT)\n\nSame.')
})

test('every package that the program needs has words, and Node has its own', () => {
  const packages = packedFolders(root).map(readPackage)
  expect(packages.filter(({ texts }) => texts.join('').length < 100)).toEqual([])
  const node = packages.find(({ name }) => /^node-(linux|darwin|win)/.test(name))
  expect(node?.texts.join('\n')).toMatch(/^Node\.js is licensed for use as follows/)
})
