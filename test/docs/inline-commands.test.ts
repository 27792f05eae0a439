import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { leafCommands } from './blocks/command-line.ts'
import { documents, root } from './blocks/blocks.ts'

/** What documents name in running text. */
function named(pattern: RegExp): readonly { readonly document: string; readonly name: string }[] {
  return documents().flatMap((document) =>
    [...readFileSync(join(root, document), 'utf8').matchAll(pattern)].map(([, name]) => ({
      document,
      name: name!,
    })),
  )
}

test('every script that a document names is one', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }
  const names = named(/`npm run (?:-s )?([\w:]+)/g)
  expect(names.map(({ name }) => name)).toContain('package')
  expect(names.filter(({ name }) => !Object.hasOwn(scripts, name))).toEqual([])
})

test('every command that a document names is one', async () => {
  const leaves = [...(await leafCommands()).keys()]
  // What follows the name are options and arguments, which begin with other signs, or values.
  const commands = new Set(leaves.map((leaf) => leaf.split(' ')[0]))
  const groups = new Set(leaves.filter((leaf) => leaf.includes(' ')).map((leaf) => leaf.split(' ')[0]))
  const isOne = (name: string): boolean => {
    const [first = '', second] = name.split(' ')
    return groups.has(first) && second !== undefined
      ? leaves.includes(`${first} ${second}`)
      : commands.has(first)
  }
  const names = named(/`lambda-studio ([a-z]+(?: [a-z]+)?)/g)
  expect(names.map(({ name }) => name)).toContain('instance probe')
  expect(names.filter(({ name }) => !isOne(name))).toEqual([])
})
