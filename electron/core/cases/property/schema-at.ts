import { isJsonObject, type JsonObject, type JsonValue } from '../../../contract/json.ts'
import { ownValue } from '../../runs/changes.ts'
import { keysOf } from '../../runs/json-pointer.ts'

/** The part of a JSON schema that describes a place of a value; null where the schema does not say. */
export function schemaAt(root: JsonObject, path: string): JsonObject | null {
  return keysOf(path).reduce<JsonObject | null>(
    (schema, key) => (schema ? stepInto(root, schema, key) : null),
    root,
  )
}

function stepInto(root: JsonObject, schema: JsonObject, key: string): JsonObject | null {
  const next = /^\d+$/.test(key) && isJsonObject(schema['items']) ? schema['items'] : property(schema, key)
  return isJsonObject(next) ? resolve(root, next) : null
}

function property(schema: JsonObject, key: string): JsonValue | undefined {
  const { properties, additionalProperties } = schema
  return (isJsonObject(properties) ? ownValue(properties, key) : undefined) ?? additionalProperties
}

/** Follows references, and takes the first of several possibilities that is more than null. */
function resolve(root: JsonObject, schema: JsonObject, depth = 0): JsonObject {
  const reference = schema['$ref']
  const definitions = root['definitions']
  if (typeof reference === 'string' && isJsonObject(definitions) && depth < 10) {
    const found = ownValue(definitions, reference.replace('#/definitions/', ''))
    return isJsonObject(found) ? resolve(root, found, depth + 1) : schema
  }
  const [choice] = [schema['anyOf'], schema['oneOf'], schema['allOf']]
    .filter((choices): choices is readonly JsonValue[] => Array.isArray(choices))
    .flatMap((choices) => choices.filter(isJsonObject))
    .filter(({ type }) => type !== 'null')
  return choice && depth < 10 ? resolve(root, choice, depth + 1) : withOneType(schema)
}

function withOneType(schema: JsonObject): JsonObject {
  const types = schema['type']
  if (!Array.isArray(types)) return schema
  return { ...schema, type: (types as readonly JsonValue[]).find((type) => type !== 'null') ?? 'null' }
}
