import { readFile } from 'node:fs/promises'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { lambdaTypes } from '../../../electron/core/catalogue/catalogue.ts'
import { inputSchemaOf } from '../../../electron/core/catalogue/input-schema.ts'
import { inputSchemasPath, inputSchemasText } from '../../docs/input-schemas.ts'

const ajv = new Ajv({ strict: true, allowUnionTypes: true })

function complaints(type: string, input: unknown): readonly string[] {
  ajv.validate(inputSchemaOf(type), input)
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}

test('the committed schemas are those of the declarations: npm run docs', async () => {
  expect(await readFile(inputSchemasPath, 'utf8')).toBe(await inputSchemasText(lambdaTypes))
})

describe.each(lambdaTypes)('the schema of $type', ({ type, samples, exampleCase }) => {
  test('accepts every sample', () => {
    const inputs = [...samples.map(({ input }) => input), exampleCase.input]
    expect(inputs.flatMap((input) => complaints(type, input))).toEqual([])
  })

  test('refuses a parameter that the type does not have', () => {
    expect(complaints(type, { ...exampleCase.input, surprise: 1 })).toEqual([
      ' must NOT have additional properties',
    ])
  })

  test('tells the meaning of every parameter', () => {
    const { properties } = inputSchemaOf(type) as { properties: Record<string, { description?: string }> }
    expect(Object.values(properties).filter(({ description }) => !description)).toEqual([])
  })
})

test('a schema marks a field that a user does not have, and a value of the wrong kind', () => {
  const input = { jwt: {}, user: { emial: 'x', lastLoginInstant: '2026-03-02' } }
  expect(complaints('JWTPopulate', { ...input, user: { emial: 'x' } })).toEqual([
    '/user must NOT have additional properties',
  ])
  expect(complaints('JWTPopulate', { ...input, user: { lastLoginInstant: '2026-03-02' } })).toEqual([
    '/user/lastLoginInstant must be number',
  ])
})

test('a schema marks an input without a parameter that FusionAuth always passes', () => {
  expect(complaints('JWTPopulate', { jwt: {} })).toEqual([" must have required property 'user'"])
})

test('a name of 2023 has the schema of its type', () => {
  expect(inputSchemaOf('SCIMUserRequestConverter')).toEqual(inputSchemaOf('SCIMServerUserRequestConverter'))
})

test.each(['NotYetInvented', '__proto__', 'constructor', ''])(
  'an input of the type %o, which is not known, may be any object',
  (type) => {
    expect(complaints(type, { anything: [1] })).toEqual([])
    expect(complaints(type, [1])).toEqual([' must be object'])
  },
)
