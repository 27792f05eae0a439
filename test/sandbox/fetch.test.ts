import { describe, expect, test } from 'vitest'
import type { RunRequest } from '../../electron/contract/models/run.ts'
import { runStatements, startStudio } from '../helpers/studio.ts'

const api = startStudio()
const ofRun = new Set(['fetch-unmatched', 'fetch-body-not-string', 'fetch-capped'])
type Rules = NonNullable<RunRequest['fetch']>

async function ask(call: string, fetch: Rules) {
  const report = await runStatements(
    api,
    `try { jwt.answer = ${call} } catch (error) { jwt.error = error.message }`,
    { fetch },
  )
  // The checks of the body have their own to say about fetch.
  const notes = report.problems.map(({ code }) => code).filter((code) => ofRun.has(code))
  return { jwt: report.arguments['jwt'], fetches: report.fetches, notes }
}

describe('fetch', () => {
  test('answers at once with status, lower-case headers and a body of text, and nothing else', async () => {
    const rule = {
      url: 'https://a.example/x',
      status: 201,
      headers: { 'Content-Type': 'text/plain' },
      body: 'hello',
    }
    expect(await ask('fetch("https://a.example/x")', [rule])).toEqual({
      jwt: { answer: { status: 201, headers: { 'content-type': 'text/plain' }, body: 'hello' } },
      fetches: [{ method: 'GET', url: 'https://a.example/x', status: 201, rule: 0 }],
      notes: [],
    })
  })

  test('gives a body that is no text as JSON', async () => {
    const { jwt } = await ask('fetch("https://a.example").body', [{ url: '*', body: { a: [1, null] } }])
    expect(jwt).toEqual({ answer: '{"a":[1,null]}' })
  })

  test('gives an empty body and status 200 where the rule says nothing', async () => {
    const { jwt } = await ask('fetch("https://a.example")', [{ url: '*' }])
    expect(jwt).toEqual({ answer: { status: 200, headers: {}, body: '' } })
  })

  test('takes the first rule whose method and address fit', async () => {
    const rules: Rules = [
      { method: 'POST', url: '*', body: 'posted' },
      { url: 'https://a.example/users/*/groups', body: 'groups' },
      { url: 'https://a.example/*', body: 'other' },
    ]
    const answers = await Promise.all([
      ask('fetch("https://a.example/users/5/groups").body', rules),
      ask('fetch("https://a.example/users/5").body', rules),
      ask('fetch("https://b.example", { method: "post" }).body', rules),
    ])
    expect(answers.map(({ jwt }) => jwt)).toEqual([
      { answer: 'groups' },
      { answer: 'other' },
      { answer: 'posted' },
    ])
    expect(answers.map(({ fetches }) => fetches[0]?.rule)).toEqual([1, 2, 0])
  })

  test.each([
    ['timeout', 'The connection to https://a.example timed out.'],
    ['refused', 'The connection to https://a.example was refused.'],
  ] as const)('throws where the rule says %s', async (error, message) => {
    expect(await ask('fetch("https://a.example")', [{ url: '*', error }])).toEqual({
      jwt: { error: message },
      fetches: [{ method: 'GET', url: 'https://a.example', error, rule: 0 }],
      notes: [],
    })
  })

  test('fails like a refused connection where no rule fits, and says so with the line', async () => {
    const report = await runStatements(
      api,
      'try { fetch("https://b.example") } catch (error) { jwt.error = error.message }',
    )
    expect(report.arguments['jwt']).toEqual({ error: 'The connection to https://b.example was refused.' })
    expect(report.fetches).toEqual([{ method: 'GET', url: 'https://b.example', error: 'refused' }])
    expect(report.problems).toContainEqual(
      expect.objectContaining({ code: 'fetch-unmatched', severity: 'warning', line: 2 }),
    )
  })

  test('says that a body must be text', async () => {
    const { notes } = await ask('fetch("https://a.example", { method: "POST", body: { a: 1 } }).status', [
      { method: 'POST', url: '*' },
    ])
    expect(notes).toEqual(['fetch-body-not-string'])
  })

  test.each(['new Headers({ a: "b" })', 'new Headers([["a", "b"]])', '{ a: "b" }'])(
    'takes headers as %s',
    async (headers) => {
      const { jwt } = await ask(`fetch("https://a.example", { headers: ${headers} }).status`, [{ url: '*' }])
      expect(jwt).toEqual({ answer: 200 })
    },
  )

  test('has no promise, no json and no ok', async () => {
    const { jwt } = await ask(
      '["then", "json", "text", "ok", "statusText", "url"].filter((key) => key in fetch("https://a.example"))',
      [{ url: '*' }],
    )
    expect(jwt).toEqual({ answer: [] })
  })

  test('a header named __proto__ is a header', async () => {
    const headers = JSON.parse('{"__proto__":"x"}') as Record<string, string>
    const { jwt } = await ask('JSON.stringify(fetch("https://a.example").headers)', [{ url: '*', headers }])
    expect(jwt).toEqual({ answer: '{"__proto__":"x"}' })
  })

  test('is not there for Nashorn', async () => {
    const report = await runStatements(api, 'jwt.types = typeof fetch + typeof Headers', {
      engineType: 'Nashorn',
    })
    expect(report.arguments['jwt']).toEqual({ types: 'undefinedundefined' })
  })

  test('an address pattern that could take long does not', async () => {
    const url = `${'*a'.repeat(50)}b`
    const { notes } = await ask(`fetch("${'a'.repeat(3000)}").status`, [{ url }])
    expect(notes).toEqual(['fetch-unmatched'])
  })
})
