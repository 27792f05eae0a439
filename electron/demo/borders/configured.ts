import { z } from 'zod'
import type { JsonObject } from '../../contract/json.ts'
import type { AssignmentField } from '../world/assignments.ts'
import { object, optionalId, stamps, text } from './fields.ts'

/** The ids of lambdas in `lambdaConfiguration`, which holds nothing else. */
export function lambdaConfiguration(fields: readonly AssignmentField[]) {
  return z.strictObject(lambdaIds('lambdaConfiguration', fields)).nullish()
}

/** The ids of lambdas in another field; what is beside them there is kept as it came. */
export function configurationWithLambdas(holder: string, fields: readonly AssignmentField[]) {
  return z.looseObject(lambdaIds(holder, fields)).nullish()
}

function lambdaIds(holder: string, fields: readonly AssignmentField[]): Record<string, typeof optionalId> {
  const names = fields.filter(({ path }) => path[0] === holder).map(({ path }) => path[1])
  return Object.fromEntries(names.map((name) => [name, optionalId]))
}

/** What all configuration objects have. */
export const configured = { ...stamps, name: text, data: object }

/** A checked request object without its nulls, which mean "not set". What is under `data` is the caller's own. */
export function withoutNulls(fields: object): JsonObject {
  const kept = Object.entries(fields)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => [name, name === 'data' ? (value as unknown) : compact(value)])
  return Object.fromEntries(kept) as JsonObject
}

function compact(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  return withoutNulls(value)
}
