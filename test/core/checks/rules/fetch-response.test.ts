import { expect, test } from 'vitest'
import { fixed, listed, populate, problemsOf } from '../problems-of.ts'

const response = "var response = fetch('https://a.example')"
const after = (statement: string) => listed(populate(`${response}\n${statement}`)).slice(1)

test('status, headers and body have no problem', () => {
  expect(
    after("if (response.status === 200) jwt.a = JSON.parse(response.body).a + response.headers['x-b']"),
  ).toEqual([])
})

test.each([
  ['jwt.a = response.json()', 'jwt.a = JSON.parse(response.body)'],
  ['jwt.a = response.text()', 'jwt.a = response.body'],
])('%s is an error with a fix', (wrong, right) => {
  expect(after(wrong)).toEqual(['error fetch-response 3:18'])
  expect(fixed(populate(`${response}\n${wrong}`))).toBe(populate(`${response}\n${right}`))
})

test('the result of a call is read where the call stands, and is not called twice', () => {
  const call = "fetch('https://a.example')"
  expect(fixed(populate(`jwt.a = ${call}.json()`))).toBe(populate(`jwt.a = JSON.parse(${call}.body)`))
  const twice = populate(`if (${call}.ok) jwt.a = 1`)
  expect(fixed(twice)).toBe(twice)
})

test('ok is always undefined, which is a warning', () => {
  expect(after('if (response.ok) jwt.a = 1')).toEqual(['warning fetch-response 3:14'])
  expect(fixed(populate(`${response}\nif (response.ok) jwt.a = 1`))).toBe(
    populate(`${response}\nif ((response.status >= 200 && response.status < 300)) jwt.a = 1`),
  )
})

test('an awaited json() is replaced with its await', () => {
  const body = `async ${populate(`${response}\njwt.a = await response.json()`)}`
  expect(fixed(body)).toBe(`async ${populate(`${response}\njwt.a = JSON.parse(response.body)`)}`)
})

test('a call that is not always reached is a warning', () => {
  expect(after('if (user.active) jwt.a = response.json()')).toEqual(['warning fetch-response 3:35'])
  expect(after('try { jwt.a = response.json() } catch (e) { }')).toEqual(['warning fetch-response 3:24'])
})

test('then, and functions of the headers, are told', () => {
  expect(listed(populate("fetch('https://a.example').then(function () {})"))).toEqual([
    'info fetch-cost 2:1',
    'error fetch-response 2:28',
  ])
  expect(after("jwt.a = response.headers.get('x-b')")).toEqual(['error fetch-response 3:26'])
})

test('a variable that is declared first and set later is followed', () => {
  const body = populate(
    "var r = null\ntry { r = fetch('https://a.example') } catch (e) {}\nif (r.ok) jwt.a = 1",
  )
  expect(listed(body)).toEqual(['info fetch-cost 3:11', 'warning fetch-response 4:7'])
})

test('a variable that holds something else too is left alone', () => {
  const body = populate(
    "var r = fetch('https://a.example')\nif (user.active) r = other(r)\nr.json()\nfunction other(x) { return x }",
  )
  expect(listed(body)).toEqual(['info fetch-cost 2:9'])
})

test('nothing that a statement before it would take for its own is put at the start of a statement', () => {
  const body = populate(
    "var r = fetch('https://a.example')\nr.ok || refuse()\nif (!r.ok) jwt.a = 1\nfunction refuse() {}",
  )
  const fixes = problemsOf(body).flatMap(({ code, line, fix }) =>
    code === 'fetch-response' ? [`${line} ${fix?.text ?? 'none'}`] : [],
  )
  expect(fixes).toEqual(['3 none', '4 (r.status >= 200 && r.status < 300)'])
})
