import { beforeAll, expect, test } from 'vitest'
import { StudioError, toErrorData, type ErrorData } from '../../../electron/contract/errors.ts'
import { say } from '../../../electron/contract/words.ts'
import type * as HostTextModule from '../../../renderer/messages/host-text.ts'
import hostPatterns from '../../../renderer/messages/host-patterns.json' with { type: 'json' }
import { pseudoText } from '../../../renderer/messages/pseudo.ts'

let texts: typeof HostTextModule
let english: string

const crossed = (data: ErrorData): ErrorData => JSON.parse(JSON.stringify(data)) as ErrorData

const notThere = crossed(
  toErrorData(
    new StudioError({
      code: 'lambda-not-found',
      message: say`There is no lambda ${'"roles"'} in this workspace.`,
      hint: 'lambda-studio list shows them all by the name of their folder.',
    }),
  ),
)

beforeAll(async () => {
  localStorage.setItem('studio.language', 'pseudo')
  texts = await import('../../../renderer/messages/host-text.ts')
  english = texts.hostMessage(notThere)
  await (await import('../../../renderer/messages/translate.ts')).loadMessages()
})

test('before a language is loaded the host is shown in its English', () => {
  expect(english).toBe('There is no lambda "roles" in this workspace.')
})

test('a text of the host is shown in the language of the page, with its values', () => {
  const pattern = pseudoText('There is no lambda {0} in this workspace.')
  expect(texts.hostMessage(notThere)).toBe(pattern.replace('{0}', '"roles"'))
  expect(texts.hostHint(notThere)).toBe(pseudoText(notThere.hint))
})

test('a text within another is translated too, and a value never is', () => {
  const failure = new StudioError({
    code: 'x',
    message: say`${'true or false'} cannot be read: ${say`it is a folder`}.`,
    hint: '',
  })
  expect(texts.hostMessage(crossed(toErrorData(failure)))).toBe(
    pseudoText('{0} cannot be read: {1}.')
      .replace('{0}', 'true or false')
      .replace('{1}', pseudoText('it is a folder')),
  )
})

test('a number is written as the language of the page writes it; a number that is a name comes as text', () => {
  const tooLarge = crossed(
    toErrorData(
      new StudioError({
        code: 'x',
        message: say`The list names ${123456} users; up to ${100000} can be read at once.`,
        hint: say`The port ${String(4870)} and ECMAScript ${'2021'}, ${say`line ${1234}`}.`,
      }),
    ),
  )
  expect(tooLarge.message).toBe('The list names 123456 users; up to 100000 can be read at once.')
  const pattern = pseudoText('The list names {0} users; up to {1} can be read at once.')
  expect(texts.hostMessage(tooLarge)).toBe(pattern.replace('{0}', '123,456').replace('{1}', '100,000'))
  expect(texts.hostHint(tooLarge)).toBe('The port 4870 and ECMAScript 2021, line 1,234.')
})

test('what the language lacks stays as the host said it', () => {
  const unknown = { message: 'Nobody says a.', messageWords: { pattern: 'Nobody says {0}.', values: ['a'] } }
  expect(texts.hostMessage(unknown)).toBe('Nobody says a.')
  expect(texts.hostHint({})).toBe('')
  expect(texts.hostMessage({ message: '__proto__' })).toBe('__proto__')
})

test('every pattern has a translation that keeps its values', () => {
  for (const pattern of hostPatterns) {
    const places = pattern.match(/\{\d\}/g) ?? []
    const translated = texts.hostMessage({
      message: pattern,
      messageWords: { pattern, values: places.map((_place, at) => `<${at}>`) },
    })
    expect(translated).toMatch(/^⟦.*⟧$/s)
    for (const at of places.keys()) expect(translated).toContain(`<${at}>`)
  }
})
