import type { z } from 'zod'
import type { JsonValue } from '../../contract/json.ts'
import { Faults } from '../http/refusal.ts'

/** Of a body that is wrong from end to end, nobody needs to be told every place. */
const toldAtOnce = 100

/**
 * Checks a request body. A missing one counts as an empty object, so that what it lacks is told by name.
 * FusionAuth's parser stops at the first property it cannot read; here all are told at once.
 * @throws Refusal with `[invalidJSON]` at the path of every property of a wrong type or name.
 */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  body: JsonValue | undefined,
): z.output<Schema> {
  const parsed = schema.safeParse(body ?? {})
  if (parsed.success) return parsed.data
  const faults = new Faults()
  for (const issue of parsed.error.issues.slice(0, toldAtOnce)) noteIssue(faults, issue)
  faults.throwIfAny()
  throw parsed.error
}

type Issue = z.core.$ZodIssue

function noteIssue(faults: Faults, issue: Issue): void {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys.slice(0, toldAtOnce))
      noteProperty(faults, [...issue.path, key], 'there is no such property')
    return
  }
  noteProperty(faults, issue.path, reason(issue))
}

function noteProperty(faults: Faults, path: readonly PropertyKey[], why: string): void {
  const field = fieldPath(path)
  faults.field(field, 'invalidJSON', `The property [${field}] cannot be read from the JSON: ${why}.`)
}

function reason(issue: Issue): string {
  if (issue.code === 'invalid_value')
    return `the values accepted are [${issue.values.map(String).join(', ')}]`
  return issue.message.replace(/^Invalid input: /, '')
}

/** FusionAuth's way to write a path: `group.name`, `members['id'][0].userId`. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => text + segment(step, text === ''), '') || 'request'
}

function segment(step: PropertyKey, first: boolean): string {
  if (typeof step === 'number') return `[${step}]`
  const name = String(step)
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return `['${name.slice(0, 80)}']`
  return first ? name : `.${name}`
}
