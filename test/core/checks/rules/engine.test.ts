import { expect, test } from 'vitest'
import { listed, populate } from '../problems-of.ts'

const body = populate("jwt.plan = 'gold'")

test('Nashorn is fine on a server that has it', () => {
  expect(listed(body, { engineType: 'Nashorn', serverVersion: '1.48.3' })).toEqual([])
})

test('Nashorn is a warning from 1.49 on, an info where the server is not known', () => {
  expect(listed(body, { engineType: 'Nashorn', serverVersion: '1.49.0' })).toEqual(['warning nashorn 1:1'])
  expect(listed(body, { engineType: 'Nashorn' })).toEqual(['info nashorn 1:1'])
})

test('Nashorn has no fetch and no library of ECMAScript 2015', () => {
  const options = { engineType: 'Nashorn', serverVersion: '1.48.0' } as const
  expect(
    listed(populate("fetch('https://a.example')\nvar m = new Map()\nObject.assign(jwt, {})"), options),
  ).toEqual(['error unavailable-global 2:1', 'error library-level 3:13', 'error library-level 4:1'])
})
