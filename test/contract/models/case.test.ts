import { expect, test } from 'vitest'
import { caseFile } from '../../../electron/contract/models/case.ts'

const issuesOf = (value: unknown) => caseFile.safeParse(value).error?.issues ?? []

test('a case needs an input alone', () => {
  expect(caseFile.parse({ input: {} })).toEqual({ input: {} })
})

test('a case with all of its parts is read as it stands', () => {
  const whole = {
    input: { jwt: { sub: '1' } },
    fetch: [
      {
        method: 'POST',
        url: 'https://api.example.com/*',
        status: 200,
        headers: { a: 'b' },
        body: { ok: true },
      },
      { method: 'GET', url: 'https://slow.example/', error: 'timeout' },
    ],
    secrets: { key: 'value' },
    clock: '2026-01-01T00:00:00Z',
    seed: 1,
    debug: true,
    expect: {
      outcome: 'completed',
      arguments: { jwt: { roles: ['a'] } },
      absent: ['/jwt/email', '/user/data/a~1b'],
      console: ['done'],
      dropped: ['/jwt/sub'],
      throws: 'no',
    },
  }
  expect(caseFile.parse(whole)).toEqual(whole)
})

test('a request of a case is a GET where it does not say', () => {
  expect(caseFile.parse({ input: {}, fetch: [{ url: 'https://a.example/' }] }).fetch).toEqual([
    { method: 'GET', url: 'https://a.example/' },
  ])
})

test.each([
  [{}, 'input'],
  [{ input: [] }, 'input'],
  [{ input: {}, expext: {} }, ''],
  [{ input: {}, clock: 'yesterday' }, 'clock'],
  [{ input: {}, seed: 1.5 }, 'seed'],
  [{ input: {}, expect: { outcome: 'fine' } }, 'expect.outcome'],
  [{ input: {}, expect: { absent: ['jwt/email'] } }, 'expect.absent.0'],
  [{ input: {}, expect: { dropped: ['/jwt/a~2'] } }, 'expect.dropped.0'],
  [{ input: {}, expect: { console: [''] } }, 'expect.console.0'],
  [{ input: {}, fetch: [{ method: 'GET' }] }, 'fetch.0.url'],
])('%j is refused at %o', (value, path) => {
  expect(issuesOf(value).map((issue) => issue.path.join('.'))).toEqual([path])
})

test('a path that is no JSON Pointer is told what one looks like', () => {
  expect(issuesOf({ input: {}, expect: { absent: ['email'] } })[0]?.message).toContain('/jwt/roles')
})
