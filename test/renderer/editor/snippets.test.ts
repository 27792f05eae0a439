import { parse } from 'acorn'
import { describe, expect, test } from 'vitest'
import { snippets, snippetsFor } from '../../../renderer/editor/snippets.ts'

/** The snippet with its places filled in as the editor does at first. */
function filled(body: string): string {
  return body.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$\d/g, '')
}

describe.each(snippets)('the snippet $prefix', ({ body }) => {
  test('is a piece of an ES2021 function', () => {
    const source = `function lambda() {\n${filled(body)}\n}`
    expect(() => parse(source, { ecmaVersion: 2021 })).not.toThrow()
  })
})

const offered = (type: string, ...parameters: string[]): string[] =>
  snippetsFor({ type, parameters }).map(({ prefix }) => prefix)

test('a snippet that needs a parameter is offered where the function has it', () => {
  const prefixes = offered('JWTPopulate', 'jwt', 'user')
  expect(prefixes).toContain('call-api')
  expect(prefixes).toContain('read-data')
  expect(prefixes).not.toContain('guard-registration')
})

test('a snippet for some types is offered to them alone', () => {
  expect(offered('LoginValidation', 'result', 'user')).toContain('deny-login')
  expect(offered('MFARequirement', 'result', 'user')).not.toContain('deny-login')
})

test('every snippet has a name of its own', () => {
  const prefixes = snippets.map(({ prefix }) => prefix)
  expect(prefixes).toEqual([...new Set(prefixes)].toSorted())
})
