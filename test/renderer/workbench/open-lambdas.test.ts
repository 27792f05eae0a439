import { expect, test } from 'vitest'
import { declarationFile, documentsFile } from '../../../renderer/editor/lambda-documents.ts'
import { extraFiles, jsonSchemas, snippetScopes } from '../../../renderer/workbench/editor-knowledge.ts'
import { isSameRun, requestFor, requestOfCase } from '../../../renderer/workbench/run-request.ts'
import { lambda, lambdaType } from '../builders.ts'

test('a lambda is sent as it stands, with the language level of the workspace', () => {
  expect(requestFor(lambda({ body: 'x', input: '{ "jwt": {} }' }), 2021)).toEqual({
    type: 'JWTPopulate',
    engineType: 'GraalJS',
    debug: false,
    ecmaVersion: 2021,
    body: 'x',
    input: { jwt: {} },
  })
})

test('a lambda whose input is none is not sent', () => {
  expect(requestFor(lambda({ input: '[]' }), 2021)).toBeUndefined()
})

test('a change of the input that means the same is no change', () => {
  const sent = requestFor(lambda({ input: '{"a":1}' }), 2021)!
  const isSame = (fields: Parameters<typeof lambda>[0]): boolean =>
    isSameRun(requestFor(lambda(fields), 2021)!, { ...sent, force: true, runId: '1' })
  expect(isSame({ input: '{\n  "a": 1\n}\n' })).toBe(true)
  expect(isSame({ input: '{"a":2}' })).toBe(false)
  expect(isSame({ input: '{"a":1}', body: 'y' })).toBe(false)
})

test('a case is sent with all that it holds, but for what it expects', () => {
  const content = {
    input: { jwt: {} },
    secrets: { key: 'value' },
    debug: true,
    expect: { outcome: 'completed' as const },
    property: { vary: ['/jwt'] },
  }
  expect(requestOfCase(lambda({ body: 'x' }), content, 2021)).toEqual({
    type: 'JWTPopulate',
    engineType: 'GraalJS',
    debug: true,
    ecmaVersion: 2021,
    body: 'x',
    input: { jwt: {} },
    secrets: { key: 'value' },
  })
})

test('the editor gets the declarations of the open types once each', () => {
  const info = lambdaType()
  const open = [lambda({ id: 'a' }), lambda({ id: 'b' }), lambda({ id: 'c', type: 'Unknown' })]
  const files = extraFiles(open, (name) => (name === info.type ? info : undefined))
  expect(files.map(({ filePath }) => filePath)).toEqual([documentsFile, declarationFile('JWTPopulate')])
  expect(Object.keys(JSON.parse(files[0]!.content) as object)).toEqual([
    'file:///lambdas/a/lambda.js',
    'file:///lambdas/b/lambda.js',
  ])
})

test('inputs of one type share its schema, and a type without one has none', () => {
  const open = [lambda({ id: 'a' }), lambda({ id: 'b' }), lambda({ id: 'c', type: 'Unknown' })]
  const schemas = jsonSchemas(open, (type) => (type === 'Unknown' ? undefined : { type: 'object' }))
  expect(schemas.map(({ fileMatch }) => fileMatch)).toEqual([
    ['file:///lambdas/a/input.json', 'file:///lambdas/b/input.json'],
  ])
})

test('snippets know the type and the parameters of each open lambda', () => {
  const info = lambdaType({
    parameters: [{ name: 'jwt', mutability: 'mutable', since: null, meaning: '', mayBeUndefined: false }],
  })
  expect(snippetScopes([lambda({ id: 'a' })], () => info)).toEqual({
    'file:///lambdas/a/lambda.js': { type: 'JWTPopulate', parameters: ['jwt'] },
  })
})
