import fc from 'fast-check'
import { isJsonObject, type JsonObject, type JsonValue } from '../../../contract/json.ts'
import { pointer } from '../../runs/changes.ts'
import { valueAt, withValueAt } from '../../runs/json-pointer.ts'
import { schemaAt } from './schema-at.ts'

/** What a place holds in a varied input: undefined takes it away. */
export interface Variation {
  readonly path: string
  readonly value: JsonValue | undefined
}

/**
 * Varied inputs: each has a few of the places, and of those below them, missing, null, empty, long, odd, of another
 * type, or of the type declared. The smallest change is none at all.
 */
export function variedInputs(
  input: JsonObject,
  paths: readonly string[],
  schema: JsonObject,
): fc.Arbitrary<readonly Variation[]> {
  const places = [...new Set(paths.flatMap((path) => placesFrom(input, path, schema)))]
  return fc.array(variationAt(places, input, schema), { maxLength: Math.min(5, places.length * 2) })
}

/** One place at a time: missing, null, empty, of another type. What is named comes first, then what is below it. */
export function plainVariations(
  input: JsonObject,
  paths: readonly string[],
  schema: JsonObject,
): readonly (readonly Variation[])[] {
  const places = [...new Set(paths.flatMap((path) => placesFrom(input, path, schema)))]
  const held = places
    .filter((path) => valueAt(input, path) !== undefined)
    .toSorted((a, b) => depthOf(a) - depthOf(b))
  return held.flatMap((path) => {
    const value = valueAt(input, path)
    const other: JsonValue = typeof value === 'string' ? 0 : 'text'
    return [undefined, null, ...emptied(value, schemaAt(schema, path)), other].map((next) => [
      { path, value: next },
    ])
  })
}

function depthOf(path: string): number {
  return path.split('/').length
}

/** The input with its variations put in, one after the other. */
export function inputWith(input: JsonObject, variations: readonly Variation[]): JsonObject {
  return variations.reduce((varied, { path, value }) => setWhereItFits(varied, path, value), input)
}

/** A place whose parent was varied away is left alone: what is above it counts for more. */
function setWhereItFits(input: JsonObject, path: string, value: JsonValue | undefined): JsonObject {
  const parent = path.slice(0, path.lastIndexOf('/'))
  const owner = parent === '' ? input : valueAt(input, parent)
  if (!isJsonObject(owner) && !Array.isArray(owner)) return input
  return withValueAt(input, path, value)
}

/** A place with everything below it, by what the input holds and by what the declaration knows. */
function placesFrom(input: JsonObject, path: string, schema: JsonObject): string[] {
  const value = valueAt(input, path)
  const held = isJsonObject(value) ? Object.keys(value) : Array.isArray(value) ? Object.keys(value) : []
  const declared = isJsonObject(value) ? Object.keys(propertiesOf(schemaAt(schema, path))) : []
  const below = [...new Set([...held, ...declared])].flatMap((key) =>
    depthOf(path) > 8 ? [] : placesFrom(input, pointer(path, key), schema),
  )
  return [path, ...below]
}

function propertiesOf(schema: JsonObject | null): JsonObject {
  const properties = schema?.['properties']
  return isJsonObject(properties) ? properties : {}
}

function variationAt(
  places: readonly string[],
  input: JsonObject,
  schema: JsonObject,
): fc.Arbitrary<Variation> {
  return fc
    .constantFrom(...places)
    .chain((path) => valueFor(valueAt(input, path), schemaAt(schema, path)).map((value) => ({ path, value })))
}

/** In the order in which a smaller one is looked for: the plainest ways of being unusual come first. */
function valueFor(
  held: JsonValue | undefined,
  schema: JsonObject | null,
): fc.Arbitrary<JsonValue | undefined> {
  return fc.oneof(
    fc.constantFrom<JsonValue | undefined>(undefined, null),
    fc.constantFrom<JsonValue>(...emptied(held, schema)),
    declared(schema),
    oddText,
    fc.constantFrom<JsonValue>(0, -1, true, false, 'text', {}, [], ['text'], 1.5, Number.MAX_SAFE_INTEGER),
  )
}

function emptied(held: JsonValue | undefined, schema: JsonObject | null): [JsonValue, ...JsonValue[]] {
  if (Array.isArray(held) || schema?.['type'] === 'array') return [[]]
  if (isJsonObject(held) || schema?.['type'] === 'object') return [{}]
  return ['', 0, false]
}

/** A value of the type that the declaration gives the place. */
function declared(schema: JsonObject | null): fc.Arbitrary<JsonValue> {
  const choices = schema?.['enum']
  if (Array.isArray(choices) && choices.length > 0)
    return fc.constantFrom(...(choices as readonly JsonValue[]))
  switch (schema?.['type']) {
    case 'number':
    case 'integer':
      return fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
    case 'boolean':
      return fc.boolean()
    case 'array':
      return fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { maxLength: 5 })
    case 'object':
      return fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.constant(null)), {
        maxKeys: 5,
      })
    default:
      return fc.string()
  }
}

const oddText: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    ...[
      '__proto__',
      'constructor',
      'null',
      '-1',
      "O'Hara",
      '<b>',
      '"',
      '\\',
      '\u0000',
      '\u202e',
      '😀',
      'İ',
      'ß',
      ' ',
    ],
  ),
  fc.integer({ min: 0, max: 5000 }).map((length) => 'x'.repeat(length)),
)
