import type { z } from 'zod'
import type { JsonObject } from '../../contract/json.ts'
import { integer, text } from '../borders/fields.ts'
import { Faults, refuseField } from '../http/refusal.ts'

/** What every search can be asked. */
export const paging = { numberOfResults: integer, startRow: integer, orderBy: text }

export interface Page {
  readonly numberOfResults: number
  readonly startRow: number
}

/**
 * Search criteria from the URL. Parameters that the search does not know are let be.
 * @throws Refusal with `[couldNotConvert]` at the parameter.
 */
export function queryCriteria<Schema extends z.ZodObject>(
  schema: Schema,
  query: URLSearchParams,
): z.output<Schema> {
  const given = Object.entries(schema.shape).filter(([name]) => query.has(name))
  const values = given.map(([name, field]) => [name, fitting(field as z.ZodType, query.getAll(name))])
  const parsed = schema.safeParse(Object.fromEntries(values) as JsonObject)
  if (parsed.success) return parsed.data
  const faults = new Faults()
  for (const { path, message } of parsed.error.issues) {
    const name = String(path[0])
    faults.field(name, 'couldNotConvert', `The value of ${name} cannot be used: ${message}.`)
  }
  faults.throwIfAny()
  throw parsed.error
}

/** The URL has texts only: takes a parameter for what its field wants, a text, a number, a flag or a list. */
function fitting(field: z.ZodType, texts: readonly string[]): unknown {
  const [first = ''] = texts
  const readings: unknown[] = [first, ...numberIn(first), ...flagIn(first), texts]
  return readings.find((reading) => field.safeParse(reading).success) ?? first
}

const numberIn = (text: string): number[] => (/^-?\d{1,15}$/.test(text) ? [Number(text)] : [])
const flagIn = (text: string): boolean[] => (text === 'true' || text === 'false' ? [text === 'true'] : [])

/** What FusionAuth answers to a negative page is not documented: 400 here. */
export function pageOf(
  criteria: { numberOfResults?: number | null | undefined; startRow?: number | null | undefined },
  prefix: string,
): Page {
  const page = { numberOfResults: criteria.numberOfResults ?? 25, startRow: criteria.startRow ?? 0 }
  for (const [name, value] of Object.entries(page)) {
    if (value < 0) refuseField(prefix + name, 'invalid', `${name} must not be negative.`)
  }
  return page
}
