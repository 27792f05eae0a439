import { expect, test } from 'vitest'
import type { RunError } from '../../../electron/contract/models/run.ts'
import type { SandboxAnswer } from '../../../electron/contract/models/sandbox.ts'
import { readAnswer } from '../../../electron/core/runs/read-answer.ts'

const thrown: RunError = { name: 'Error', message: 'left', line: 2, column: 1, stack: '' }
const written = {
  arguments: { jwt: {} },
  unchanged: [] as string[],
  returned: null,
  error: null,
  console: [],
  fetches: [],
  notes: [],
}

const user = { id: 'u' }

function read(answer: Partial<SandboxAnswer>, text: object | null = written) {
  const measured = { durationMs: 1, heapBytes: 2, coverage: null }
  const json = text && JSON.stringify(text)
  const task = { parameters: ['jwt', 'user', 'context'], input: { jwt: { a: 1 }, user } }
  return readAnswer({ went: 'returned', text: json, thrown: null, ...measured, ...answer }, task)
}

test('what the runtime wrote of a lambda that came to its end is completed', () => {
  const result = { end: 'completed', arguments: { jwt: {} }, error: null, durationMs: 1, heapBytes: 2 }
  expect(read({})).toMatchObject(result)
})

test('arguments that are as they were are those that went in', () => {
  const result = read({}, { ...written, arguments: { context: {}, jwt: {} }, unchanged: ['user'] })
  expect(JSON.stringify(result.arguments)).toBe('{"jwt":{},"user":{"id":"u"},"context":{}}')
  expect(result.arguments?.['user']).toBe(user)
})

test('an error in what the runtime wrote is one that the lambda threw', () => {
  expect(read({}, { ...written, error: thrown })).toMatchObject({ end: 'threw', error: thrown })
})

test('what is not there is left out', () => {
  const console = [{ level: 'info', text: 'a', line: 0 }]
  const fetches = [{ method: 'GET', url: 'u', status: 0, error: '', rule: -1 }]
  const notes = [{ code: 'getter-value', value: '', other: '', path: '', line: 0 }]
  const result = read({}, { ...written, console, fetches, notes })
  expect(result.console).toEqual([{ level: 'info', text: 'a' }])
  expect(result.fetches).toEqual([{ method: 'GET', url: 'u' }])
  expect(result.notes).toEqual([{ code: 'getter-value' }])
  expect(result).not.toHaveProperty('returned')
})

test('an error past the runtime is told where the function had not come to its end', () => {
  const result = read({ went: 'threw', thrown }, { ...written, arguments: null })
  expect(result).toMatchObject({ end: 'threw', error: thrown, arguments: null })
})

test('an error past the runtime is a promise left behind where the function had come to its end', () => {
  const result = read({ went: 'threw', thrown })
  expect(result).toMatchObject({ end: 'completed', error: null, arguments: { jwt: {} } })
  expect(result.notes).toEqual([{ code: 'rejection-unhandled', values: ['Error: left'], line: 2 }])
})

test('arguments of a run that a limit ended are not told', () => {
  expect(read({ went: 'timed-out' })).toMatchObject({ end: 'timed-out', arguments: null, error: null })
})

test('a run of which nothing is left says that its console is lost', () => {
  expect(read({ went: 'out-of-memory' }, null)).toMatchObject({
    end: 'out-of-memory',
    console: [],
    notes: [{ code: 'console-lost' }],
  })
})

test('a text that is no JSON is refused', () => {
  expect(() => read({ text: '{"arguments":' })).toThrow(SyntaxError)
})
