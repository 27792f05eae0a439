import { z } from 'zod'
import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/json.ts'
import { caseFile } from '../../contract/models/case.ts'
import { inputSchemaOf } from '../catalogue/input-schema.ts'

/**
 * The JSON Schema (draft 7) of a case for one lambda type, for completion and marks in an editor. What a lambda
 * expects may have a part of the arguments only, so `expect.arguments` knows their names but asks for none.
 */
export function caseSchema(type: string): JsonObject {
  const { $schema: _draft, definitions = {}, ...input } = inputSchemaOf(type)
  const schema = z.toJSONSchema(caseFile, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
  }) as JsonObject
  const own = isJsonObject(schema['definitions']) ? schema['definitions'] : {}
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {}
  return {
    ...schema,
    definitions: { ...own, ...(definitions as JsonObject) },
    properties: { ...properties, input, expect: expectOf(properties['expect'], input) },
  }
}

function expectOf(expect: JsonValue | undefined, { required: _required, ...input }: JsonObject): JsonValue {
  if (!isJsonObject(expect) || !isJsonObject(expect['properties'])) return {}
  return { ...expect, properties: { ...expect['properties'], arguments: input } }
}
