import fc from 'fast-check'
import { expect, test } from 'vitest'
import { StudioError, toErrorData, type ErrorData } from '../../electron/contract/errors.ts'
import { hintOf, messageOf, said, say, withoutWords, type Words } from '../../electron/contract/words.ts'

test('a text knows its English, its pattern and its values', () => {
  const text = say`There is no lambda ${'roles'} on line ${3}.`
  expect(String(text)).toBe('There is no lambda roles on line 3.')
  expect(text).toMatchObject({ pattern: 'There is no lambda {0} on line {1}.', values: ['roles', 3] })
})

test('a text within another keeps its own pattern', () => {
  const text = say`${'a.js'} cannot be read: ${say`it has ${7} bytes`}.`
  expect(String(text)).toBe('a.js cannot be read: it has 7 bytes.')
  expect(text.values).toEqual(['a.js', say`it has ${7} bytes`])
})

test('whatever the values are, the English is what the template would have given', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(String(say`A ${one} of ${other}.`)).toBe(`A ${one} of ${other}.`)
      expect(String(say`${one}, ${say`not ${other}`}`)).toBe(`${one}, not ${other}`)
    }),
  )
})

test('a failure has its message and hint in English, and their words beside them', () => {
  const failure = new StudioError({ code: 'x', message: say`No ${'a'}.`, hint: 'Do it again.' })
  expect(failure.message).toBe('No a.')
  expect(toErrorData(failure)).toEqual({
    code: 'x',
    message: 'No a.',
    hint: 'Do it again.',
    messageWords: say`No ${'a'}.`,
  })
})

test('words cross a process as plain data, and are passed on from there', () => {
  const data = toErrorData(new StudioError({ code: 'x', message: say`No ${'a'}.`, hint: say`Do ${'b'}.` }))
  const crossed = JSON.parse(JSON.stringify(data)) as ErrorData
  expect(crossed.messageWords).toEqual<Words>({ pattern: 'No {0}.', values: ['a'] })
  expect(toErrorData(new StudioError(crossed))).toEqual(crossed)
  expect(messageOf(crossed)).toEqual(say`No ${'a'}.`)
  expect(hintOf(crossed)).toEqual(say`Do ${'b'}.`)
})

test('a text without values is its own pattern, tagged or not', () => {
  const plain = { code: 'x', message: 'No.', hint: 'Do.' }
  expect(said<ErrorData>({ code: 'x', message: say`No.`, hint: 'Do.' })).toEqual(plain)
  expect(String(messageOf(plain))).toBe('No.')
  expect(String(say`Not tried: ${messageOf(plain)}`)).toBe('Not tried: No.')
})

test('JSON for programs has no words, and keeps what only looks like them', () => {
  const failure = said<ErrorData>({ code: 'x', message: say`No ${'a'}.`, hint: 'Do.' })
  const value = { failure, messageWords: { pattern: 'No {0}.', values: ['a'] } }
  expect(JSON.parse(JSON.stringify(value, withoutWords))).toEqual({
    failure: { code: 'x', message: 'No a.', hint: 'Do.' },
    messageWords: { pattern: 'No {0}.', values: ['a'] },
  })
})
