import { describe, expect, test } from 'vitest'
import { valueAt, withValueAt } from '../../../electron/core/runs/json-pointer.ts'

describe('valueAt', () => {
  const root = { a: [10, { b: null }], 'c/d': 1, 'e~f': 2, '': 3 }

  test.each([
    ['/a/0', 10],
    ['/a/1/b', null],
    ['/c~1d', 1],
    ['/e~0f', 2],
    ['/', 3],
    ['/a/2', undefined],
    ['/a/01', undefined],
    ['/a/-1', undefined],
    ['/a/length', undefined],
    ['/a/', undefined],
    ['/toString', undefined],
    ['/__proto__', undefined],
    ['/a/0/x', undefined],
  ])('%s', (path, value) => {
    expect(valueAt(root, path)).toEqual(value)
  })
})

describe('withValueAt', () => {
  test('sets, and leaves the original alone', () => {
    const root = { a: { b: 1 } }
    expect(withValueAt(root, '/a/b', 2)).toEqual({ a: { b: 2 } })
    expect(root).toEqual({ a: { b: 1 } })
  })

  test('keeps the order of the keys', () => {
    expect(Object.keys(withValueAt({ a: 1, b: 2, c: 3 }, '/b', 9))).toEqual(['a', 'b', 'c'])
  })

  test('makes missing parents', () => {
    expect(withValueAt({}, '/a/b', 1)).toEqual({ a: { b: 1 } })
  })

  test('takes away a key, and an entry of an array', () => {
    expect(withValueAt({ a: 1, b: 2 }, '/a', undefined)).toEqual({ b: 2 })
    expect(withValueAt({ a: [1, 2, 3] }, '/a/1', undefined)).toEqual({ a: [1, 3] })
  })

  test('appends beyond the end of an array and makes no holes', () => {
    expect(withValueAt({ a: [1] }, '/a/7', 2)).toEqual({ a: [1, 2] })
    expect(withValueAt({ a: [1] }, '/a/-', 2)).toEqual({ a: [1, 2] })
  })

  test('leaves an array alone where the key is no index', () => {
    expect(withValueAt({ a: [1] }, '/a/x', 2)).toEqual({ a: [1] })
  })

  test('sets a key named __proto__ and changes no prototype', () => {
    const made = withValueAt({}, '/__proto__/polluted', true)
    expect(JSON.stringify(made)).toBe('{"__proto__":{"polluted":true}}')
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype)
  })
})
