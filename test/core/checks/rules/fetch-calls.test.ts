import { expect, test } from 'vitest'
import { fixed, listed, populate } from '../problems-of.ts'

const url = "'https://a.example'"

test('what fetch costs is told once', () => {
  expect(listed(populate(`fetch(${url})\nfetch(${url})`))).toEqual(['info fetch-cost 2:1'])
})

test('an option that is not documented is told', () => {
  const options =
    "method: 'GET', headers: {}, body: 'x', connectTimeout: 1, readTimeout: 1, signal: null, 'mode': 'cors'"
  expect(listed(populate(`fetch(${url}, { ${options} })`))).toEqual([
    'info fetch-cost 2:1',
    'warning fetch-options 2:104',
    'warning fetch-options 2:118',
  ])
})

test.each(['{ a: 1 }', '[1]'])('the body %s is wrapped', (value) => {
  const body = populate(`fetch(${url}, { body: ${value} })`)
  expect(listed(body)).toEqual(['info fetch-cost 2:1', 'warning fetch-body 2:36'])
  expect(fixed(body)).toBe(populate(`fetch(${url}, { body: JSON.stringify(${value}) })`))
})

test('an await is taken away', () => {
  const body = `async ${populate(`var a = await fetch(${url})`)}`
  expect(listed(body)).toContain('warning await-fetch 2:9')
  expect(fixed(body)).toBe(`async ${populate(`var a = fetch(${url})`)}`)
})

test('an await in front of a bracket is told, and nothing that leaves a bracket alone is offered', () => {
  const body = `async ${populate(`var a = await (fetch(${url}))`)}`
  expect(listed(body)).toContain('warning await-fetch 2:9')
  expect(fixed(body)).toBe(body)
})

test('a fetch of the body itself is its own', () => {
  expect(
    listed(`function fetch(url, options) {}\n${populate(`fetch(${url}, { mode: 1, body: {} }).json()`)}`),
  ).toEqual([])
})
