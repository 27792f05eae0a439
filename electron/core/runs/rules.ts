import type { JsonObject, JsonValue } from '../../contract/json.ts'
import type { LambdaTypeInfo, WriteRule } from '../../contract/models/lambda-type.ts'
import type { DroppedWrite } from '../../contract/models/run.ts'
import { findChanges, ownValue } from './changes.ts'
import { valueAt, withValueAt } from './json-pointer.ts'

/** The arguments as FusionAuth keeps them, and the writes that it discards. */
export interface KeptArguments {
  readonly arguments: JsonObject
  readonly dropped: readonly DroppedWrite[]
}

/**
 * Applies the rules of a lambda type to what a lambda left: read-only parameters and reserved places go back to
 * what they were, and what may only shrink goes back where it grew.
 */
export function applyRules(type: LambdaTypeInfo, before: JsonObject, after: JsonObject): KeptArguments {
  const readOnly = type.parameters.filter((parameter) => parameter.mutability === 'read-only')
  const start: KeptArguments = { arguments: after, dropped: [] }
  const protectedOnes = readOnly.reduce((kept, { name }) => keepParameter(kept, before, name), start)
  return type.rules.reduce((kept, rule) => keepPlace(kept, before, rule), protectedOnes)
}

function keepParameter(kept: KeptArguments, before: JsonObject, name: string): KeptArguments {
  const value = ownValue(before, name)
  const changes = findChanges(value, ownValue(kept.arguments, name), `/${name}`)
  if (changes.length === 0) return kept
  const message = `FusionAuth does not keep what a lambda writes to ${name}.`
  return {
    arguments: withValueAt(kept.arguments, `/${name}`, value),
    dropped: [
      ...kept.dropped,
      ...changes.map(({ path }) => ({ path, reason: 'read-only' as const, message })),
    ],
  }
}

function keepPlace(kept: KeptArguments, before: JsonObject, rule: WriteRule): KeptArguments {
  const was = valueAt(before, rule.path)
  const is = valueAt(kept.arguments, rule.path)
  if (!isDropped(rule, was, is)) return kept
  return {
    arguments: withValueAt(kept.arguments, rule.path, was),
    dropped: [...kept.dropped, { path: rule.path, reason: 'reserved', message: rule.message }],
  }
}

function isDropped(rule: WriteRule, was: JsonValue | undefined, is: JsonValue | undefined): boolean {
  if (rule.kind === 'frozen-when-linked' || findChanges(was, is).length === 0) return false
  return rule.kind === 'reserved' || !isSmaller(was, is)
}

/** Whether a value shrank: a lower number, fewer of the same entries, or fewer of the same words (`scope`). */
function isSmaller(was: JsonValue | undefined, is: JsonValue | undefined): boolean {
  if (typeof was === 'number' && typeof is === 'number') return is < was
  const had = entriesOf(was)
  return had !== null && (entriesOf(is)?.every((entry) => had.includes(entry)) ?? false)
}

function entriesOf(value: JsonValue | undefined): readonly JsonValue[] | null {
  if (typeof value === 'string') return value.split(' ').filter(Boolean)
  return Array.isArray(value) ? (value as readonly JsonValue[]) : null
}
