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

test('snippets that need a parameter are offered where the function has it', () => {
  const offered = snippetsFor(['jwt', 'user']).map(({ prefix }) => prefix)
  expect(offered).toContain('call-api')
  expect(offered).toContain('read-data')
  expect(offered).not.toContain('guard-registration')
  expect(offered).not.toContain('deny-login')
})

test('every snippet has a name of its own', () => {
  const prefixes = snippets.map(({ prefix }) => prefix)
  expect(prefixes).toEqual([...new Set(prefixes)].toSorted())
})
