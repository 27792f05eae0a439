import { expect, test } from 'vitest'
import type { FoundLambda } from '../../../../electron/contract/models/exchange.ts'
import { isImportable, rowsOf, toImport } from '../../../../renderer/features/workspace/import-choice.ts'

const found = (name: string, type: string | null): FoundLambda => ({
  name,
  type,
  engineType: 'GraalJS',
  debug: false,
  body: '',
  id: null,
  file: `${name}.js`,
})

test('an import waits until every chosen lambda has a type', () => {
  const rows = rowsOf([found('a', 'JWTPopulate'), found('b', null)])
  expect(toImport(rows)).toBeNull()
  expect(toImport(rows.map((row) => ({ ...row, type: 'JWTPopulate' })))).toHaveLength(2)
  expect(toImport(rows.map((row) => ({ ...row, chosen: row.type !== null })))).toHaveLength(1)
})

test('nothing chosen is nothing to import', () => {
  expect(toImport(rowsOf([found('a', 'JWTPopulate')]).map((row) => ({ ...row, chosen: false })))).toBeNull()
})

test.each([
  ['lambdas/roles.js', true],
  ['main.TF', true],
  ['picture.png', false],
  ['project/node_modules/x/index.js', false],
  ['work/.studio/base/x.json', false],
])('of a folder, %s is read: %s', (name, read) => {
  expect(isImportable(name)).toBe(read)
})
