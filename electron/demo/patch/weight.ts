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

/** About how much is copied when something changes at a place: each list and object on the way there. */
export function copiedOnTheWay(document: JsonValue, tokens: readonly string[]): number {
  let cost = 0
  let here: JsonValue | undefined = document
  for (const token of tokens) {
    if (typeof here !== 'object' || here === null) break
    cost += Array.isArray(here) ? here.length : propertyCost * Object.keys(here).length
    here = (here as Readonly<Record<string, JsonValue>>)[token]
  }
  return cost
}

/** Copying a property takes about as long as copying this many elements of a list. */
const propertyCost = 20
