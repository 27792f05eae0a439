import { expect, test } from 'vitest'
import { say } from '../../../electron/contract/words.ts'
import { runStatements, startStudio } from '../../helpers/studio.ts'

const api = startStudio()

/** What a run says under a code. */
async function textOf(code: string, statements: string): Promise<object | undefined> {
  const { problems } = await runStatements(api, statements)
  const found = problems.find((problem) => problem.code === code)
  return found && { message: found.message, messageWords: found.messageWords }
}

test.each([
  ['number-not-finite', 'jwt.a = Infinity', say`${'Infinity'} is no JSON number; it becomes null.`],
  [
    'secret-unknown',
    "context.services.secrets.get('key')",
    say`No test value is given for the secret ${'"key"'}; it reads as undefined.`,
  ],
  [
    'fetch-unmatched',
    "fetch('https://a.example')",
    say`No rule answers ${'GET https://a.example'}; the request failed as a refused connection does.`,
  ],
  [
    'output-capped',
    "jwt.a = Array(300000).fill('')",
    say`The arguments hold more than ${8 * 1024 * 1024} characters or ${250_000} values; what comes from here on is left out.`,
  ],
])('%s is said with its values: %s', async (code, statements, text) => {
  expect(await textOf(code, statements)).toEqual({ message: String(text), messageWords: text })
})

test('what has no values is its own pattern', async () => {
  expect(await textOf('bigint-value', 'jwt.a = 1n')).toEqual({
    message: 'A bigint cannot be carried as JSON; it is left out.',
    messageWords: undefined,
  })
})

test('a body that is no string is said by its type', async () => {
  const statements = "fetch('https://a.example', { method: 'POST', body: BODY })"
  const messageOf = async (body: string) => {
    const { problems } = await runStatements(api, statements.replace('BODY', body))
    return problems.find(({ code, column }) => code === 'fetch-body-not-string' && column === 1)?.message
  }
  expect(await messageOf('JSON.parse("{}")')).toBe('The body of a request must be a string, not an object.')
  expect(await messageOf('+"1"')).toBe('The body of a request must be a string, not a number.')
})
