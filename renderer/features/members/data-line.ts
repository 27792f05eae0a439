import type { JsonObject } from '../../../electron/contract/json.ts'

const mostCharacters = 200

/** Member data on one line, as `key: value` pairs; empty where there is none. */
export function dataLine(data: JsonObject): string {
  const pairs = Object.entries(data).map(
    ([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  const line = pairs.join(', ')
  return line.length > mostCharacters ? `${line.slice(0, mostCharacters)}…` : line
}
