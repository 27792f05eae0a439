import { isJsonObject } from '../../contract/json.ts'
import type { JsonObject, JsonValue } from '../../contract/json.ts'
import { findLambdaType } from './catalogue.ts'
import generated from './input-schemas.json' with { type: 'json' }

/** The schema of each type's input, and the definitions that they share; `npm run docs` makes them. */
export interface InputSchemas {
  readonly inputs: { readonly [type: string]: JsonObject }
  readonly definitions: { readonly [name: string]: JsonObject }
}

// The compiler's own idea of the file says `undefined` where one list entry has a key and the next has not.
const schemas = generated as unknown as InputSchemas

/**
 * The JSON schema (draft 7) of a type's input, complete in itself and made from the same declaration as the editor
 * reads. An input of a type that the catalogue does not have may be any object.
 */
export function inputSchemaOf(type: string): JsonObject {
  const input = schemas.inputs[findLambdaType(type)?.type ?? '']
  if (!input) return { $schema: draft, type: 'object' }
  const needed = [...definitionsOf(input)].map((name) => [name, schemas.definitions[name] ?? {}] as const)
  return { $schema: draft, ...input, definitions: Object.fromEntries(needed) }
}

const draft = 'http://json-schema.org/draft-07/schema#'

/** Names of the definitions that a schema refers to, directly or through another. */
function definitionsOf(schema: JsonObject, found = new Set<string>()): ReadonlySet<string> {
  for (const name of referencesIn(schema)) {
    if (found.has(name)) continue
    found.add(name)
    definitionsOf(schemas.definitions[name] ?? {}, found)
  }
  return found
}

function referencesIn(value: JsonValue): readonly string[] {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).flatMap(referencesIn)
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([key, part]) =>
    key === '$ref' && typeof part === 'string' ? [part.replace('#/definitions/', '')] : referencesIn(part),
  )
}
