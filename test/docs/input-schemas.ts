import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { createFormatter, createParser, DEFAULT_CONFIG, SchemaGenerator } from 'ts-json-schema-generator'
import type { JsonObject } from '../../electron/contract/json.ts'
import type { LambdaTypeInfo } from '../../electron/contract/models/lambda-type.ts'
import type { InputSchemas } from '../../electron/core/catalogue/input-schema.ts'
import { createProgram } from '../helpers/type-check.ts'

/** Where the committed schemas are. */
export const inputSchemasPath = join(import.meta.dirname, '../../electron/core/catalogue/input-schemas.json')

/** The schemas as they are committed. */
export async function inputSchemasText(types: readonly LambdaTypeInfo[]): Promise<string> {
  const options = await resolveConfig(inputSchemasPath)
  return format(JSON.stringify(makeInputSchemas(types)), { ...options, parser: 'json' })
}

/** Makes the schema of every type's input from its declaration. */
function makeInputSchemas(types: readonly LambdaTypeInfo[]): InputSchemas {
  const inputs: Record<string, JsonObject> = {}
  const definitions: Record<string, JsonObject> = {}
  for (const { type, declaration } of types) {
    const { LambdaInput, ...others } = definitionsOf(declaration)
    inputs[type] = LambdaInput!
    addDefinitions(definitions, others)
  }
  return { inputs, definitions: sorted(definitions) }
}

const config = { ...DEFAULT_CONFIG, expose: 'all', jsDoc: 'extended', additionalProperties: false } as const

function definitionsOf(declaration: string): Record<string, JsonObject> {
  const program = createProgram({ 'input.ts': declaration })
  const generator = new SchemaGenerator(
    program,
    createParser(program, config),
    createFormatter(config),
    config,
  )
  return generator.createSchema('LambdaInput').definitions as Record<string, JsonObject>
}

/** A name must mean the same in every type, or the types could not share it. */
function addDefinitions(to: Record<string, JsonObject>, more: Record<string, JsonObject>): void {
  for (const [name, schema] of Object.entries(more)) {
    const had = to[name]
    if (had && JSON.stringify(had) !== JSON.stringify(schema))
      throw new Error(`Two shapes are named ${name}.`)
    to[name] = schema
  }
}

function sorted<Value>(record: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
