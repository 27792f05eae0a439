import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkBody } from '../../../electron/core/checks/check-body.ts'
import type { CheckRequest } from '../../../electron/core/checks/check-request.ts'
import { describeLambdaType } from '../../../electron/core/catalogue/catalogue.ts'

const check = (body: string, more: Partial<CheckRequest> = {}) =>
  checkBody({
    lambdaType: describeLambdaType('JWTPopulate'),
    engineType: 'GraalJS',
    ecmaVersion: 2021,
    body,
    ...more,
  })

const codes = (body: string, more: Partial<CheckRequest> = {}) =>
  check(body, more).map(({ code, line, column }) => `${code} ${line}:${column}`)

const populate = (text: string) => `function populate(jwt, user, registration) {\n${text}\n}`

test('a plain lambda has no problem', () => {
  expect(check(populate("  jwt.plan = 'gold'"))).toEqual([])
})

test('a body that does not parse says where', () => {
  expect(codes(populate('  jwt.a = { b: 1 c: 2 }'))).toEqual(['syntax-error 2:18'])
  expect(codes('function (user) {}')).toEqual(['syntax-error 1:10'])
  expect(codes(populate('  var user = { roles = [] }'))).toEqual(['syntax-error 2:22'])
})

test('an await in a plain function is explained', () => {
  expect(check(populate("  var r = await fetch('https://a.example')"))[0]).toMatchObject({
    code: 'syntax-error',
    line: 2,
    hint: expect.stringContaining('fetch gives its result at once') as string,
  })
})

test('syntax newer than the level is an error that names the construct', () => {
  expect(codes(`class A { #x = 1; static { } }\n${populate('')}`)).toEqual([
    'language-level 1:11',
    'language-level 1:11',
    'language-level 1:19',
  ])
  expect(codes(`class A { y = 1 }\n${populate('')}`, { ecmaVersion: 2022 })).toEqual([])
  expect(codes(populate('  jwt.a = /x/d.test("x")'))).toEqual(['language-level 2:11'])
  expect(
    check(populate('  const a = `x`'), { engineType: 'Nashorn', serverVersion: '1.48.0' }).map(
      ({ message }) => message,
    ),
  ).toEqual([
    'Const needs ECMAScript 2015; the engine is taken to know ECMAScript 5.1.',
    'A template string needs ECMAScript 2015; the engine is taken to know ECMAScript 5.1.',
  ])
})

test('module syntax is an error at each statement', () => {
  expect(codes(`import x from 'y'\nexport ${populate('')}`)).toEqual(['not-a-script 1:1', 'not-a-script 2:1'])
  expect(check(`export ${populate('')}`)[0]?.fix).toEqual({
    title: 'Remove export',
    start: 0,
    end: 7,
    text: '',
  })
})

test('a top-level await is an error', () => {
  expect(codes(`var a = await fetch('x')\n${populate('')}`)).toEqual(['top-level-await 1:9'])
  const [first, second] = check(`var a = await b\nvar c = await (b)\n${populate('')}`)
  expect(first?.fix).toMatchObject({ start: 8, end: 14 })
  expect(second?.fix).toBeUndefined()
})

test('what parses in a module alone is no script, also where nothing is imported or exported', () => {
  expect(codes(populate('  jwt.a = import.meta.url'))).toEqual(['syntax-error 2:11'])
})

test('digits are separated in numbers of any form', () => {
  const body = populate('  jwt.a = 0xFF_FF + 1.5_0')
  expect(check(body, { ecmaVersion: 2020 })[0]?.message).toBe(
    'A digit separator needs ECMAScript 2021; the engine is taken to know ECMAScript 2020.',
  )
})

test('the function of the type must be there', () => {
  expect(codes('')).toEqual(['missing-function 1:1'])
  expect(codes('function helper() {}')).toEqual(['missing-function 1:1'])
  expect(codes('(function () { function populate() {} })()')).toEqual(['missing-function 1:1'])
})

test('a function of a likely name is said to be misnamed', () => {
  expect(check('function Populate(jwt) {}')[0]).toMatchObject({
    code: 'misnamed-function',
    column: 10,
    endColumn: 18,
    fix: { start: 9, end: 17, text: 'populate' },
  })
  expect(codes('function populat(jwt) {}')).toEqual(['misnamed-function 1:10'])
  expect(codes('function reconcile(jwt) {}')).toEqual(['misnamed-function 1:10'])
})

test('more parameters than the type passes are told', () => {
  expect(codes('function populate(jwt, user, registration, context, more) {}')).toEqual([
    'too-many-parameters 1:53',
  ])
  expect(codes('function populate(jwt, user, registration, context, ...more) {}')).toEqual([])
})

test('a body that is too large or too deep is an error of its own', () => {
  expect(codes(' '.repeat(5_000_000))).toEqual(['body-too-large 1:1'])
  expect(codes(`${populate('')}\n${'['.repeat(100_000)}`)).toEqual(['checks-incomplete 1:1'])
})

test('no string makes it throw', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          'function',
          'populate',
          '(',
          ')',
          '{',
          '}',
          'jwt',
          '=',
          '`',
          '/',
          '\\',
          '\n',
          'await',
          '#',
        ),
      )
      .map((words) => words.join(' ')),
  )
  fc.assert(
    fc.property(text, (body) => {
      for (const problem of check(body)) {
        expect(problem.line).toBeGreaterThan(0)
        expect(problem.column).toBeGreaterThan(0)
      }
    }),
  )
})
