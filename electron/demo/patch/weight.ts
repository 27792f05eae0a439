import type { JsonValue } from '../../contract/json.ts'

/** About how many characters a value takes as JSON; stops counting above `limit`. */
export function weigh(value: JsonValue, limit: number): number {
  let weight = 0
  const pending: JsonValue[] = [value]
  for (let next = pending.pop(); next !== undefined && weight <= limit; next = pending.pop()) {
    weight += typeof next === 'string' ? next.length + 2 : 4
    if (typeof next !== 'object' || next === null) continue
    for (const [name, inner] of Object.entries<JsonValue>(next)) {
      weight += Array.isArray(next) ? 0 : name.length
      pending.push(inner)
    }
  }
  return weight
}
