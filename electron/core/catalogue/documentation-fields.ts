import { isJsonObject } from '../../contract/json.ts'
import type { JsonObject, JsonValue } from '../../contract/json.ts'

/** Where a definition is written down. */
export type LinkOf = (name: string) => string

/** One definition of an input schema as a section: its meaning and its fields. */
export function definitionSection(name: string, schema: JsonObject, linkOf: LinkOf): string {
  const rows = fieldRows(schema, linkOf)
  const fields = rows.length === 0 ? [] : ['', '| Field | Type | Meaning |', '|---|---|---|', ...rows]
  const more = isOpen(schema) && rows.length > 0 ? ['', 'Other fields may be there too.'] : []
  return [
    `### ${name}`,
    '',
    textOf(schema['description']),
    ...scalarLine(schema, linkOf),
    ...fields,
    ...more,
  ].join('\n')
}

/** The type of a value, as a reader calls it. */
export function typeName(schema: JsonValue | undefined, linkOf: LinkOf): string {
  if (!isJsonObject(schema)) return 'any JSON value'
  const { $ref, anyOf, type, items, additionalProperties } = schema
  if (typeof $ref === 'string') return linked($ref.replace('#/definitions/', ''), linkOf)
  if (Array.isArray(schema['enum'])) return either(schema['enum'].map((value) => `\`${String(value)}\``))
  if (typeof schema['const'] === 'string') return `\`${schema['const']}\``
  if (Array.isArray(anyOf)) return either(anyOf.map((part) => typeName(part as JsonValue, linkOf)))
  if (Array.isArray(type)) return either(type.map(String))
  if (type === 'array') return `list of ${typeName(items, linkOf)}`
  if (type === 'object' && !schema['properties'] && isJsonObject(additionalProperties))
    return `object of ${typeName(additionalProperties, linkOf)}`
  return typeof type === 'string' ? type : 'any JSON value'
}

function linked(name: string, linkOf: LinkOf): string {
  return `[${name}](${linkOf(name)})`
}

function either(names: readonly string[]): string {
  return names.join(' or ')
}

function isOpen({ type, additionalProperties }: JsonObject): boolean {
  return type === 'object' && additionalProperties !== false
}

function scalarLine(schema: JsonObject, linkOf: LinkOf): readonly string[] {
  return schema['properties'] || isOpen(schema) ? [] : ['', `Type: ${typeName(schema, linkOf)}.`]
}

/** A row for each field; those of an object without a name of its own follow it, with its name in front. */
function fieldRows(schema: JsonObject, linkOf: LinkOf, prefix = ''): readonly string[] {
  const { properties, required } = schema
  if (!isJsonObject(properties)) return []
  return Object.entries(properties).flatMap(([name, field]) => {
    if (!isJsonObject(field)) return []
    const always = Array.isArray(required) && required.includes(name) ? ' Always there.' : ''
    const meaning = textOf(field['description']) + always
    const row = `| \`${prefix}${name}\` | ${cell(typeName(field, linkOf))} | ${cell(meaning)} |`
    return [row, ...fieldRows(field, linkOf, `${prefix}${name}.`)]
  })
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim()
}
