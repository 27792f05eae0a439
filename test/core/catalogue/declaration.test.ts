import { describe, expect, test } from 'vitest'
import { describeLambdaType, lambdaTypes } from '../../../electron/core/catalogue/catalogue.ts'
import { typeErrors } from '../../helpers/type-check.ts'

function errorsOfBody(type: string, body: string): readonly string[] {
  const { declaration } = describeLambdaType(type)
  return typeErrors({ 'declaration.d.ts': declaration, 'lambda.js': body })
}

function errorsOfInputs(type: string, inputs: readonly unknown[]): readonly string[] {
  const { declaration } = describeLambdaType(type)
  const lines = inputs.map((input, index) => {
    const value = JSON.stringify(input, null, 2)
    return `const input${index}: LambdaInput = ${value}`
  })
  return typeErrors({ 'declaration.d.ts': declaration, 'input.ts': lines.join('\n') })
}

const populate = (statement: string) => `/** @type {LambdaFunction} */
function populate(jwt, user, registration, context) {
  ${statement}
}`

describe.each(lambdaTypes)('$type', ({ type, template, samples, exampleCase }) => {
  test('has a template that fits its declaration', () => {
    expect(errorsOfBody(type, template)).toEqual([])
  })

  test('has samples that fit its declaration', () => {
    expect(errorsOfInputs(type, [...samples.map((sample) => sample.input), exampleCase.input])).toEqual([])
  })
})

describe('a declaration', () => {
  test.each([
    ['jwt.plan = user.data?.plan'],
    ['jwt.roles = registration?.roles ?? []'],
    ['jwt.admin = (registration?.roles ?? []).includes("admin")'],
    ['jwt.roles = [...(registration?.roles ?? []), "extra"]; jwt.roles.push("more")'],
    ['const found = fetch("https://api.example.com/x", { readTimeout: 500 }); jwt.status = found.status'],
    ['jwt.key = context.services.secrets.get("key"); console.info(JSON.stringify(jwt))'],
    ['fetch("https://api.example.com", { headers: new Headers({ accept: "application/json" }) })'],
    ['jwt.guid = FusionAuth.ActiveDirectory.b64GuidToString("3q2+7w==")'],
  ])('allows %s', (statement) => {
    expect(errorsOfBody('JWTPopulate', populate(statement))).toEqual([])
  })

  test.each([
    ['user.emial', 'emial'],
    ['user.email = "x@example.com"', 'read-only'],
    ['user.data = {}', 'read-only'],
    ['registration.roles', 'possibly'],
    ['user.registrations?.[0]?.roles?.push("x")', 'CopyTheListFirst'],
    ['fetch("https://api.example.com").json()', 'json'],
    ['fetch("https://api.example.com").then(() => 1)', 'then'],
    ['window.alert(1)', 'window'],
    ['setTimeout(() => 1, 1)', 'setTimeout'],
    ['console.warn("x")', 'warn'],
  ])('marks %s', (statement, said) => {
    expect(errorsOfBody('JWTPopulate', populate(statement))).toEqual([expect.stringContaining(said)])
  })

  test('marks an input with a parameter that the type does not have', () => {
    expect(errorsOfInputs('JWTPopulate', [{ jwt: {}, user: {}, groups: [] }])).toEqual([
      expect.stringContaining('groups'),
    ])
  })

  test('of a type that is not known allows any function and any input', () => {
    const body =
      '/** @type {LambdaFunction} */\nfunction decide(result, request) { result.ok = request.ok }\n'
    expect(errorsOfBody('NotYetInvented', body)).toEqual([])
    expect(errorsOfInputs('NotYetInvented', [{ result: {}, request: { ok: true } }])).toEqual([])
  })
})
