import { createHash } from 'node:crypto'
import { isJsonObject, type JsonValue } from '../../../contract/json.ts'
import type { CurrentMember } from './plan-replacement.ts'

/** A text that stands for a membership: the same for the same members with the same data, in any order. */
export function digestOf(members: readonly CurrentMember[]): string {
  const lines = members.map(({ id, userId, data }) => JSON.stringify([id, userId, sorted(data)])).sort()
  return createHash('sha256').update(lines.join('\n')).digest('base64url')
}

function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return (value as JsonValue[]).map(sorted)
  if (!isJsonObject(value)) return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return entries.map(([key, item]) => [key, sorted(item)])
}
