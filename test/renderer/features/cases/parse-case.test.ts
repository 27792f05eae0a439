import { expect, test } from 'vitest'
import { caseRows } from '../../../../renderer/features/cases/cases-store.ts'
import { formatCase, parseCase } from '../../../../renderer/features/cases/parse-case.ts'

test('a case is read, and written as it is read again', () => {
  const content = { input: { jwt: {} }, expect: { outcome: 'completed' as const } }
  expect(parseCase(formatCase(content))).toEqual({ ok: true, content })
})

test.each([
  ['no JSON', '{\n  "input": oops\n}', 2, 'line 2, column 12'],
  ['without an input', '{ "expect": {} }', 1, 'input'],
  ['with a word that a case does not have', '{\n  "input": {},\n  "expects": {}\n}', 1, 'expects'],
  [
    'with an unknown outcome',
    '{\n  "input": {},\n  "expect": {\n    "outcome": "fine"\n  }\n}',
    4,
    'outcome',
  ],
])('a text that is %s is refused with its place', (_what, text, line, words) => {
  const parsed = parseCase(text)
  expect(parsed).toMatchObject({ ok: false, place: { line } })
  expect(!parsed.ok && parsed.fault.message).toContain(words)
})

test('good and broken cases stand in one list by name', () => {
  const rows = caseRows({
    cases: [
      { name: 'case 10', kind: 'example' },
      { name: 'case 9', kind: 'property' },
    ],
    problems: [
      {
        code: 'not-json',
        severity: 'error',
        message: 'It is not JSON.',
        hint: '',
        file: 'lambdas/roles/cases/case 1.json',
      },
    ],
  })
  expect(rows).toEqual([
    { name: 'case 1', kind: 'broken', fault: 'It is not JSON.' },
    { name: 'case 9', kind: 'property' },
    { name: 'case 10', kind: 'example' },
  ])
})
