import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject } from '../../../electron/contract/json.ts'
import { editJson, formatJson } from '../../../electron/core/workspace/edit-json.ts'

test('a key is set and every other character stays', () => {
  const text = '{\n    "x-owner": "team",\n    "name": "a",  "type": "JWTPopulate"\n}\n'
  expect(editJson(text, { name: 'b' })).toBe(text.replace('"a"', '"b"'))
})

test('a new key comes last, indented like the others', () => {
  expect(editJson('{\n\t"name": "a"\n}\n', { debug: true })).toBe('{\n\t"name": "a",\n\t"debug": true\n}\n')
})

test('carriage returns are kept', () => {
  expect(editJson('{\r\n  "name": "a"\r\n}\r\n', { debug: true })).toBe(
    '{\r\n  "name": "a",\r\n  "debug": true\r\n}\r\n',
  )
})

test('a file of one line grows with what is written into it, and no further', () => {
  let text = '{ "version": 1, "instances": [] }'
  const instances = Array.from({ length: 12 }, (_, at) => ({ id: `instance-${at}`, tenantId: null }))
  for (const at of instances.keys()) text = editJson(text, { instances: instances.slice(0, at + 1) })
  expect(JSON.parse(text)).toEqual({ version: 1, instances })
  expect(text.length).toBeLessThan(2 * formatJson({ version: 1, instances }).length)
})

test('what is written is what is read, whatever the values', () => {
  const object = fc.dictionary(fc.string(), fc.jsonValue()) as fc.Arbitrary<JsonObject>
  fc.assert(
    fc.property(object, fc.jsonValue() as fc.Arbitrary<JsonObject[string]>, (before, value) => {
      const edited = editJson(formatJson(before), { name: value })
      const expected = JSON.parse(JSON.stringify({ ...before, name: value })) as unknown
      expect(JSON.parse(edited)).toEqual(expected)
      expect(edited.endsWith('\n')).toBe(true)
    }),
  )
})
