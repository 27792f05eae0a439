/** Any value that survives `JSON.stringify` and `JSON.parse` unchanged. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject

/** A JSON object, as it stands in inputs, reports and files. */
export interface JsonObject {
  readonly [key: string]: JsonValue
}

/** Whether a value is a JSON object, rather than an array, null or a scalar. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a JSON value is an array; unlike `Array.isArray` it keeps the type of a read-only one. */
export function isJsonArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value)
}

/**
 * How deep arrays and objects may be nested in what a lambda gets and leaves: far beyond what FusionAuth's objects
 * have, and little enough for everything that walks through them.
 */
export const depthLimit = 200

/** Whether a value is nested deeper than {@link depthLimit}; looks no deeper than that itself. */
export function isTooDeep(value: unknown): boolean {
  return isDeeperThan(value, depthLimit)
}

function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (limit === 0) return true
  for (const each of Array.isArray(value) ? value : Object.values(value)) {
    if (typeof each === 'object' && isDeeperThan(each, limit - 1)) return true
  }
  return false
}
