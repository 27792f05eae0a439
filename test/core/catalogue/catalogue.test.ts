import { LambdaType } from '@fusionauth/typescript-client'
import { parse } from 'acorn'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isJsonObject } from '../../../electron/contract/json.ts'
import type { JsonValue } from '../../../electron/contract/json.ts'
import { caseFile } from '../../../electron/contract/models/case.ts'
import type { LambdaTypeInfo } from '../../../electron/contract/models/lambda-type.ts'
import {
  describeLambdaType,
  findLambdaType,
  lambdaTypes,
} from '../../../electron/core/catalogue/catalogue.ts'
import { issuer } from '../../../electron/core/catalogue/samples/people.ts'

/** Every place that a value has, without the indexes of lists. */
function pathsOf(value: JsonValue, path = ''): readonly string[] {
  if (!isJsonObject(value)) return [path]
  return Object.entries(value).flatMap(([key, part]) => [path, ...pathsOf(part, `${path}/${key}`)])
}

const typesWhere = (holds: (info: LambdaTypeInfo) => boolean) =>
  lambdaTypes.filter(holds).map(({ type }) => type)

test('the released types are those of the official client', () => {
  expect(typesWhere(({ upcoming }) => !upcoming).sort()).toEqual(Object.values(LambdaType).sort())
})

test('three types of 1.70 are upcoming and say that their names are not verified', () => {
  const upcoming = lambdaTypes.filter((info) => info.upcoming)
  expect(upcoming.map(({ type }) => type)).toEqual([
    'TokenExchangePolicy',
    'TokenExchangePopulate',
    'CIMDClientRegistration',
  ])
  for (const { quirks, since } of upcoming) {
    expect(since).toBe('1.70.0')
    expect(quirks.join(' ')).toContain('not verified')
  }
})

test('JWTPopulate comes first', () => {
  expect(lambdaTypes[0]?.type).toBe('JWTPopulate')
})

test.each([
  ['SCIMGroupRequestConverter', 'SCIMServerGroupRequestConverter'],
  ['SCIMGroupResponseConverter', 'SCIMServerGroupResponseConverter'],
  ['SCIMUserRequestConverter', 'SCIMServerUserRequestConverter'],
  ['SCIMUserResponseConverter', 'SCIMServerUserResponseConverter'],
])('the name %s of 2023 finds %s', (alias, type) => {
  expect(findLambdaType(alias)?.type).toBe(type)
})

test('no two types share a name', () => {
  const names = lambdaTypes.flatMap(({ type, aliases }) => [type, ...aliases])
  expect(names).toEqual([...new Set(names)])
})

test('only the token exchange policy has a return value that counts', () => {
  expect(typesWhere(({ returnValue }) => returnValue === 'used')).toEqual(['TokenExchangePolicy'])
})

test('the claims that FusionAuth keeps to itself are the documented ones', () => {
  const { rules } = describeLambdaType('JWTPopulate')
  const reserved = rules.filter(({ kind }) => kind === 'reserved').map(({ path }) => path)
  expect(reserved).toEqual(
    ['amr', 'auth_time', 'cnf', 'gty', 'iat', 'sub', 'tid', 'tty'].map((claim) => `/jwt/${claim}`),
  )
  expect(rules).toContainEqual(expect.objectContaining({ path: '/jwt/exp', kind: 'may-shrink' }))
})

describe('a name that is not known', () => {
  test('gives a type that is marked and can be run', () => {
    const info = describeLambdaType('PasskeyCeremony')
    expect(info).toMatchObject({ type: 'PasskeyCeremony', known: false, parameters: [], rules: [] })
    expect(info.functionNames).toContain(info.functionName)
  })

  test('never makes the catalogue fail, whatever the name is', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const info = describeLambdaType(name)
        return info.known ? [info.type, ...info.aliases].includes(name) : info.type === name
      }),
    )
    expect(['__proto__', 'constructor', 'toString'].map((name) => describeLambdaType(name).known)).toEqual([
      false,
      false,
      false,
    ])
  })
})

describe.each(lambdaTypes)('$type', (info) => {
  const { parameters, samples, rules, template, exampleCase } = info

  test('says all that a reader wants to know', () => {
    const texts = [
      info.displayName,
      info.purpose,
      info.runsWhen,
      info.consequences.completed.message,
      info.consequences.threw.message,
      ...info.notRunWhen,
      ...info.quirks,
      ...parameters.map(({ meaning }) => meaning),
      ...rules.map(({ message }) => message),
    ]
    expect(texts.filter((text) => text.trim() === '')).toEqual([])
    expect(info.since).toMatch(/^1\.\d+\.\d+$/)
    expect(info.assignedAt.length).toBeGreaterThan(0)
    expect(info.sources.length).toBeGreaterThan(0)
    expect(info.documentation).toMatch(/^https:\/\/fusionauth\.io\/docs\//)
    expect(info.functionNames).toEqual([info.functionName])
  })

  test('has parameters of different names, of which a context is the last', () => {
    const names = parameters.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)])
    expect(names.at(-1)).toBe('context')
  })

  test('has rules about its mutable parameters alone', () => {
    const mutable = parameters.filter(({ mutability }) => mutability === 'mutable').map(({ name }) => name)
    expect(mutable).toEqual(expect.arrayContaining(rules.map(({ path }) => path.split('/')[1])))
  })

  test('has a template that parses as an ES2021 script and declares the function', () => {
    const { body } = parse(template, { ecmaVersion: 2021, sourceType: 'script' })
    const declared = body.find(
      (statement) => statement.type === 'FunctionDeclaration' && statement.id.name === info.functionName,
    )
    expect(declared).toMatchObject({ params: parameters.map(({ name }) => ({ type: 'Identifier', name })) })
    expect(template).toContain('// ')
  })

  test('has samples of different names, some with gaps that others have not', () => {
    const names = samples.map(({ name }) => name)
    expect(names.length).toBeGreaterThan(1)
    expect(names).toEqual([...new Set(names)])
    const paths = samples.map(({ input }) => pathsOf(input))
    const all = new Set(paths.flat())
    expect(Math.min(...paths.map((some) => new Set(some).size))).toBeLessThan(all.size)
  })

  test('has samples whose ids belong together', () => {
    for (const { input } of samples) {
      const { jwt, user, registration } = input as Record<string, Record<string, unknown> | undefined>
      const isOwnToken = jwt?.['iss'] === issuer && user?.['id'] !== undefined
      if (isOwnToken) expect(jwt['sub']).toBe(user['id'])
      if (isOwnToken && registration?.['applicationId'])
        expect(jwt['applicationId']).toBe(registration['applicationId'])
    }
  })

  test('has samples about nobody real', () => {
    const addresses = JSON.stringify(samples).match(/[\w.-]+@[\w.-]+/g) ?? []
    expect(addresses.filter((address) => !/@([\w-]+\.)*example(\.com)?$/.test(address))).toEqual([])
  })

  test('has a case that is valid, expects something and runs on one of the samples', () => {
    expect(caseFile.parse(exampleCase)).toEqual(exampleCase)
    expect(exampleCase.expect).toMatchObject({ outcome: 'completed' })
    expect(samples.map(({ input }) => input)).toContainEqual(exampleCase.input)
  })
})
