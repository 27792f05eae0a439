import { describe, expect, test } from 'vitest'
import { reachOf } from '../../../electron/core/runs/reach.ts'

const reach = (body: string): readonly string[] | null => reachOf(body, 2021)

test('a body can come to what it names', () => {
  expect(reach("function populate(jwt) { jwt.roles = jwt.groups.flat()['at'](0) }")).toEqual(
    expect.arrayContaining(['populate', 'jwt', 'roles', 'groups', 'flat', 'at']),
  )
})

test.each([
  ["const { 'at': a } = list", 'at'],
  ['const { at } = list', 'at'],
  ["'at' in list", 'at'],
  ["list?.['at']", 'at'],
  ['({ at: a } = list)', 'at'],
  ['l\\u0061t', 'lat'],
  ['"\\x61t" in list', 'at'],
])('%s names %s', (body, name) => {
  expect(reach(body)).toContain(name)
})

test.each([
  'list[name]',
  'list?.[name]',
  'list[`at`]',
  "list['a' + 't']",
  'const { [name]: a } = list',
  'name in list',
  "eval('list.at')",
  "new Function('return [].at')()",
  "(() => 1).constructor('return [].at')()",
  'Object.getOwnPropertyNames(list)',
  'Object.getOwnPropertyDescriptors(list)',
  'Reflect.ownKeys(list)',
  'Object.hasOwn(list, name)',
  'list.hasOwnProperty(name)',
  'list.propertyIsEnumerable(name)',
  'list.__lookupGetter__(name)',
  'list.__proto__',
  'with (list) at(0)',
  'this is no body',
  `${'('.repeat(20_000)}1${')'.repeat(20_000)}`,
])('%s can come to anything', (body) => {
  expect(reach(body)).toBeNull()
})

describe('an iterator is within reach', () => {
  test.each([
    'list.values()',
    'const { entries } = list',
    'list[Symbol.iterator]().map(f)',
    'text.matchAll(/a/g)',
    'function* f() {}',
    'const f = function* () {}',
    '({ *f() {} })',
    'class A { *f() {} }',
    "list['keys']()",
    'Iterator.from(list)',
    'const Object = list; Object.values().map(f)',
    'function f(Object) { return Object.keys() }',
    'Object = list; Object.entries()',
  ])('by %s', (body) => {
    expect(reach(body) ?? ['Iterator']).toContain('Iterator')
  })

  test.each([
    'list.map(f)',
    'Object.keys(jwt)',
    'for (const a of list) f(a)',
    'for (const a in jwt) f(a)',
    'const [a] = list',
  ])('but not by %s', (body) => {
    expect(reach(body)).not.toContain('Iterator')
  })
})

test('a method of Object is named though it gives no iterator', () => {
  expect(reach('Object.values(jwt)')).toEqual(expect.arrayContaining(['Object', 'values']))
})

test('code that makes names as it runs can be looked into no further than lists have items', () => {
  expect(reach('jwt.a = list[0]')).toContain('0')
})
