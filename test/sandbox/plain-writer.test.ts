import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPlainWriter } from '../../electron/sandbox/guest/plain-writer.ts'
import { capturePrimordials } from '../../electron/sandbox/guest/primordials.ts'

const write = createPlainWriter(capturePrimordials())
const writePlain = (value: unknown) => write(value, 1_000_000, 10_000)?.text

test('plain data is written as JSON.stringify writes it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const text = writePlain(value)
      // A number that is minus zero, or the letters `\ud` in a text, may go the longer way.
      expect(text ?? JSON.stringify(value)).toBe(JSON.stringify(value))
    }),
  )
  expect(writePlain({ a: [1, 'ü', null, { b: true }], __proto__: null })).toBe(
    '{"a":[1,"ü",null,{"b":true}]}',
  )
})

const holdsItself: { self?: unknown } = {}
holdsItself.self = holdsItself

const others: readonly (readonly [name: string, value: unknown])[] = [
  ['undefined', undefined],
  ['a field that is undefined', { a: undefined }],
  ['a function', { a: () => 1 }],
  ['a symbol', { a: Symbol('a') }],
  ['a symbol as key', { [Symbol('a')]: 1 }],
  ['a big integer', { a: 1n }],
  ['a number that is not finite', { a: Number.NaN }],
  [
    'a getter',
    {
      get a() {
        return 1
      },
    },
  ],
  ['a toJSON of its own', { toJSON: () => 1 }],
  ['a toJSON that does not show', Object.defineProperty({ a: 1 }, 'toJSON', { value: () => 'forged' })],
  ['a toJSON of a list', Object.assign([1], { toJSON: () => 'forged' })],
  ['a Date', { a: new Date(0) }],
  ['a Map', new Map()],
  ['an object with a prototype of its own', Object.create({ a: 1 })],
  ['an array of a class', new (class Some extends Array {})()],
  ['an array with a hole', new Array(3)],
  ['a wrapped number without its prototype', Object.setPrototypeOf(Object(1), Object.prototype)],
  ['half a character', { a: '\ud800' }],
  ['an object that holds itself', holdsItself],
  [
    'a proxy that throws',
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no')
        },
      },
    ),
  ],
  ['more than the limit of text', 'x'.repeat(1_000_001)],
  ['more than the limit of values', Array.from({ length: 10_001 }, () => 1)],
]

describe('what is not plain is left to the writer that notes it', () => {
  test.each(others)('%s', (_name, value) => {
    expect(writePlain(value)).toBeUndefined()
  })

  test('everything, where a lambda has told all objects how to be written', () => {
    Object.defineProperty(Object.prototype, 'toJSON', { value: () => 'forged', configurable: true })
    const text = writePlain({ a: 1 })
    Reflect.deleteProperty(Object.prototype, 'toJSON')
    expect(text).toBeUndefined()
  })

  test('a getter, where a lambda has told all descriptors what their value is', () => {
    const getters = [{}, [1]].map((owner) =>
      Object.defineProperty(owner, '0', { get: () => 1, enumerable: true }),
    )
    Object.defineProperty(Object.prototype, 'value', { value: 'forged', configurable: true })
    const texts = getters.map(writePlain)
    Reflect.deleteProperty(Object.prototype, 'value')
    expect(texts).toEqual([undefined, undefined])
  })

  test('everything, where a lambda has told all objects what they are', () => {
    Object.defineProperty(Object.prototype, Symbol.toStringTag, { get: () => 'Object', configurable: true })
    const text = writePlain({ a: 1 })
    Reflect.deleteProperty(Object.prototype, Symbol.toStringTag)
    expect(text).toBeUndefined()
  })
})
