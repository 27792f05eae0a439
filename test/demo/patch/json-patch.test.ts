import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonValue } from '../../../electron/contract/json.ts'
import { applyJsonPatch } from '../../../electron/demo/patch/json-patch.ts'
import { PatchFault } from '../../../electron/demo/patch/patch-fault.ts'

/** Document, patch, result; the result is undefined where the patch must be refused. */
const cases: [string, JsonValue, JsonValue, JsonValue | undefined][] = [
  [
    'adds a property',
    { foo: 'bar' },
    [{ op: 'add', path: '/baz', value: 'qux' }],
    { foo: 'bar', baz: 'qux' },
  ],
  [
    'adds an element',
    { foo: ['a', 'c'] },
    [{ op: 'add', path: '/foo/1', value: 'b' }],
    { foo: ['a', 'b', 'c'] },
  ],
  ['adds at the end', { foo: ['a'] }, [{ op: 'add', path: '/foo/-', value: ['b'] }], { foo: ['a', ['b']] }],
  ['replaces by add', { foo: 1 }, [{ op: 'add', path: '/foo', value: null }], { foo: null }],
  ['replaces the whole', { foo: 1 }, [{ op: 'replace', path: '', value: [1] }], [1]],
  ['removes a property', { foo: 1, bar: 2 }, [{ op: 'remove', path: '/bar' }], { foo: 1 }],
  ['removes an element', { foo: [1, 2, 3] }, [{ op: 'remove', path: '/foo/1' }], { foo: [1, 3] }],
  ['replaces a null', { foo: [null] }, [{ op: 'replace', path: '/foo/0', value: 1 }], { foo: [1] }],
  [
    'moves a value',
    { a: { x: 1 }, b: {} },
    [{ op: 'move', from: '/a/x', path: '/b/y' }],
    { a: {}, b: { y: 1 } },
  ],
  ['moves in a list', { a: [1, 2, 3] }, [{ op: 'move', from: '/a/0', path: '/a/2' }], { a: [2, 3, 1] }],
  ['copies a value', { a: [1] }, [{ op: 'copy', from: '/a', path: '/b' }], { a: [1], b: [1] }],
  [
    'reads escapes',
    { 'a/b': 1, 'm~n': 2 },
    [
      { op: 'remove', path: '/a~1b' },
      { op: 'test', path: '/m~0n', value: 2 },
    ],
    { 'm~n': 2 },
  ],
  [
    'goes on after a test that holds',
    { a: { b: [1] } },
    [{ op: 'test', path: '/a', value: { b: [1] } }],
    { a: { b: [1] } },
  ],
  ['lets extra members of an operation be', {}, [{ op: 'add', path: '/a', value: 1, xyz: 2 }], { a: 1 }],
  [
    'keeps __proto__ a property',
    {},
    [{ op: 'add', path: '/__proto__', value: { x: 1 } }],
    JSON.parse('{"__proto__":{"x":1}}') as JsonValue,
  ],
  ['refuses a test that fails', { a: 1 }, [{ op: 'test', path: '/a', value: '1' }], undefined],
  ['refuses to remove nothing', { a: 1 }, [{ op: 'remove', path: '/b' }], undefined],
  ['refuses to replace nothing', { a: 1 }, [{ op: 'replace', path: '/b', value: 1 }], undefined],
  ['refuses a parent that is missing', { a: 1 }, [{ op: 'add', path: '/b/c', value: 1 }], undefined],
  ['refuses an index past the end', { a: [1] }, [{ op: 'add', path: '/a/2', value: 1 }], undefined],
  ['refuses an index with a leading zero', { a: [1, 2] }, [{ op: 'remove', path: '/a/01' }], undefined],
  ['refuses to move into itself', { a: { b: {} } }, [{ op: 'move', from: '/a', path: '/a/b/c' }], undefined],
  ['refuses a path that is no pointer', { a: 1 }, [{ op: 'remove', path: 'a' }], undefined],
  ['refuses an unknown operation', { a: 1 }, [{ op: 'delete', path: '/a' }], undefined],
  ['refuses an add without a value', {}, [{ op: 'add', path: '/a' }], undefined],
  ['refuses a body that is no list', {}, { op: 'add', path: '/a', value: 1 }, undefined],
  ['refuses an inherited name', {}, [{ op: 'copy', from: '/toString', path: '/a' }], undefined],
]

describe('JSON Patch', () => {
  test.each(cases)('%s', (_name, document, patch, result) => {
    const before = structuredClone(document)
    if (result === undefined) expect(() => applyJsonPatch(document, patch)).toThrow(PatchFault)
    else expect(applyJsonPatch(document, patch)).toEqual(result)
    expect(document).toEqual(before)
  })

  test('a patch that copies a value into itself again and again is refused before memory runs out', () => {
    const patch = Array.from({ length: 60 }, (_, index) => ({ op: 'copy', from: '/a', path: `/a/x${index}` }))
    expect(() => applyJsonPatch({ a: { text: 'x'.repeat(100) } }, patch)).toThrow(PatchFault)
  })

  test('what is added at a place is what is found there', () => {
    const key = fc.string().filter((text) => text !== '__proto__')
    fc.assert(
      fc.property(fc.dictionary(key, fc.jsonValue()), key, fc.jsonValue(), (document, name, value) => {
        const path = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
        const patch = [
          { op: 'add', path, value },
          { op: 'test', path, value },
        ] as JsonValue
        expect(applyJsonPatch(document as JsonValue, patch)).toEqual({ ...document, [name]: value })
      }),
    )
  })

  test('any body at all gives a document or a PatchFault', () => {
    const pointer = fc
      .array(fc.constantFrom('a', 'b', '0', '1', '-', '~', ''))
      .map((parts) => parts.map((part) => `/${part}`).join(''))
    const operation = fc.record({
      op: fc.constantFrom('add', 'remove', 'replace', 'move', 'copy', 'test'),
      path: pointer,
      from: pointer,
      value: fc.jsonValue(),
    })
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(operation), (document, patch) => {
        try {
          applyJsonPatch(document as JsonValue, patch as JsonValue)
        } catch (fault) {
          expect(fault).toBeInstanceOf(PatchFault)
        }
      }),
    )
  })
})
