import { describe, expect, test } from 'vitest'
import type { Expectation } from '../../../electron/contract/models/case.ts'
import { say } from '../../../electron/contract/words.ts'
import { failuresOf } from '../../../electron/core/cases/match.ts'

const report = {
  outcome: 'completed' as const,
  arguments: { jwt: { roles: ['a', 'b'], 'x/y': 1, deep: { n: null } }, user: { id: '1' } },
  console: [{ level: 'info' as const, text: 'roles: a,b' }],
  dropped: [{ path: '/jwt/sub', reason: 'reserved' as const, message: '' }],
  error: null,
}
const threw = {
  ...report,
  outcome: 'threw' as const,
  error: { name: 'TypeError', message: 'no data', line: 1, column: 1, stack: '' },
}
const pathsOf = (expected: Expectation, of: typeof report | typeof threw = report) =>
  failuresOf(expected, of).map(({ path }) => path)

describe('an expectation is met by', () => {
  test.each<[string, Expectation]>([
    ['any run that ends well, where it asks for nothing', {}],
    ['a deep subset', { arguments: { jwt: { roles: ['a', 'b'] } } }],
    ['a null', { arguments: { jwt: { deep: { n: null } } } }],
    ['an absent place', { absent: ['/jwt/email', '/registration/roles/0'] }],
    ['a part of a console text', { console: ['roles', 'b'] }],
    ['a dropped write', { dropped: ['/jwt/sub'] }],
  ])('%s', (_what, expected) => {
    expect(failuresOf(expected, report)).toEqual([])
  })

  test('a throw that is expected', () => {
    expect(failuresOf({ throws: 'data' }, threw)).toEqual([])
    expect(failuresOf({ outcome: 'threw' }, threw)).toEqual([])
  })
})

describe('a failure stands at', () => {
  test.each<[string, Expectation, string[]]>([
    [
      'the deepest place that differs',
      { arguments: { jwt: { roles: ['a', 'c'], 'x/y': 2 } } },
      ['/jwt/roles/1', '/jwt/x~1y'],
    ],
    ['a list whose length differs', { arguments: { jwt: { roles: ['a'] } } }, ['/jwt/roles']],
    ['a place that is missing', { arguments: { jwt: { plan: 'x' } } }, ['/jwt/plan']],
    ['a list where an object is expected', { arguments: { jwt: { roles: {} } } }, ['/jwt/roles']],
    [
      'a place that should be absent',
      { absent: ['/jwt/roles/0', '/jwt/x~1y'] },
      ['/jwt/roles/0', '/jwt/x~1y'],
    ],
    ['the console', { console: ['nothing like it'] }, ['console']],
    ['a write that was not dropped', { dropped: ['/jwt/iss'] }, ['/jwt/iss']],
    ['the throw that did not come', { throws: 'x' }, ['outcome', 'throws']],
    ['the outcome', { outcome: 'timed-out' }, ['outcome']],
    ['a key that only the prototype has', { arguments: { jwt: { toString: {} } } }, ['/jwt/toString']],
  ])('%s', (_what, expected, paths) => {
    expect(pathsOf(expected)).toEqual(paths)
  })

  test('the outcome of a run that threw unasked', () => {
    expect(pathsOf({ console: ['roles'] }, threw)).toEqual(['outcome'])
  })
})

test('a failure tells both values, and leaves out the one that is not there', () => {
  expect(failuresOf({ arguments: { jwt: { plan: 'x' } }, absent: ['/user/id'] }, report)).toEqual([
    {
      path: '/jwt/plan',
      expected: 'x',
      message: '/jwt/plan should be "x", but nothing is there.',
      messageWords: say`${'/jwt/plan'} should be ${'"x"'}, but nothing is there.`,
    },
    {
      path: '/user/id',
      actual: '1',
      message: 'Nothing should be at /user/id, but "1" is.',
      messageWords: say`Nothing should be at ${'/user/id'}, but ${'"1"'} is.`,
    },
  ])
})
