import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { describeLambdaType, lambdaTypes } from '../../../electron/core/catalogue/catalogue.ts'
import { inputSchemaOf } from '../../../electron/core/catalogue/input-schema.ts'
import { languageService } from '../../helpers/type-check.ts'

/** A body with one statement in the type's function; `|` marks where the user is. */
function bodyWith(type: string, statement: string) {
  const { functionName, parameters, declaration } = describeLambdaType(type)
  const names = parameters.map(({ name }) => name).join(', ')
  const text = `/** @type {LambdaFunction} */\nfunction ${functionName}(${names}) {\n  ${statement}\n}\n`
  const body = text.replace('|', '')
  const service = languageService({ 'declaration.d.ts': declaration, 'lambda.js': body })
  return { service, position: text.indexOf('|') }
}

function completions(type: string, statement: string): readonly string[] {
  const { service, position } = bodyWith(type, statement)
  const preferences = { includeCompletionsWithInsertText: true }
  const found = service.getCompletionsAtPosition('lambda.js', position, preferences)
  return found?.entries.map(({ name }) => name) ?? []
}

function hover(type: string, statement: string): string {
  const { service, position } = bodyWith(type, statement)
  const info = service.getQuickInfoAtPosition('lambda.js', position)
  return ts.displayPartsToString([...(info?.displayParts ?? []), ...(info?.documentation ?? [])])
}

/** The fields of a parameter, by the schema of the input. */
function fieldsOf(type: string, parameter: string): readonly string[] {
  const schema = inputSchemaOf(type) as {
    properties: Record<string, { $ref?: string }>
    definitions: Record<string, { properties?: object }>
  }
  const name = schema.properties[parameter]?.$ref?.replace('#/definitions/', '') ?? ''
  return Object.keys(schema.definitions[name]?.properties ?? {})
}

describe.each(lambdaTypes)('completion in $type', ({ type, parameters }) => {
  test('offers the fields of every parameter', () => {
    for (const { name } of parameters) {
      expect(completions(type, `${name}?.|`), name).toEqual(expect.arrayContaining([...fieldsOf(type, name)]))
    }
  })
})

describe('the editor', () => {
  test('offers secrets through the context', () => {
    expect(completions('JWTPopulate', 'context.services.|')).toEqual(['secrets'])
  })

  test('offers what a lambda finds beside the built-ins, and nothing of a browser', () => {
    const names = completions('JWTPopulate', '|')
    expect(names).toEqual(
      expect.arrayContaining(['console', 'fetch', 'Headers', 'FusionAuth', 'JSON', 'Intl']),
    )
    expect(names).not.toEqual(expect.arrayContaining(['window']))
    expect(names).not.toEqual(expect.arrayContaining(['setTimeout']))
    expect(names).not.toEqual(expect.arrayContaining(['require']))
  })

  test.each([
    ['user.ident|ities', 'Since 1.59.0.'],
    ['user.lastLogin|Instant', 'in milliseconds'],
    ['jwt.ex|p', 'in seconds'],
    ['registration?.ro|les', 'application roles'],
    ['context.sco|pes', 'Since 1.59.0.'],
    ['fet|ch("https://api.example.com")', 'Since 1.35.0'],
  ])('tells at %s: %s', (statement, said) => {
    expect(hover('JWTPopulate', statement)).toContain(said)
  })

  test('tells the parameters of the function with their meaning', () => {
    const { declaration } = describeLambdaType('OpenIDReconcile')
    const call = '/** @type {LambdaFunction} */\nlet reconcile = (...all) => {}\nreconcile('
    const service = languageService({ 'declaration.d.ts': declaration, 'lambda.js': `${call})` })
    const help = service.getSignatureHelpItems('lambda.js', call.length, {})
    const told = help?.items[0]?.parameters.map(({ name, documentation }) => [
      name,
      ts.displayPartsToString(documentation),
    ])
    expect(told).toContainEqual(['tokens', expect.stringMatching(/Read-only\. Since 1\.48\.0\.$/)])
    expect(told).toContainEqual(['id_token', expect.stringContaining('May be undefined.')])
  })
})
