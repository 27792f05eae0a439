import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { documentsWithBlocks, root } from './blocks/blocks.ts'
import { leafCommands } from './blocks/command-line.ts'
import { jsonForms } from './blocks/json-forms.ts'

test('what documents take from the source is up to date; npm run docs makes it so', async () => {
  for (const [path, text] of await documentsWithBlocks())
    expect([path, readFileSync(join(root, path), 'utf8')]).toEqual([path, text])
})

test('every command that prints JSON has the form of it documented, and no other', async () => {
  const printing = [...(await leafCommands())].filter(([, command]) =>
    command.options.some(({ long }) => long === '--json'),
  )
  expect(Object.keys(jsonForms).sort()).toEqual(printing.map(([name]) => name).sort())
})
