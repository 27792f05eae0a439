import { isJsonArray, type JsonObject, type JsonValue } from '../../contract/json.ts'
import type { LambdaTypeInfo, WriteRule } from '../../contract/models/lambda-type.ts'
import type { DroppedWrite } from '../../contract/models/run.ts'
import { messageOf, said, say } from '../../contract/words.ts'
import { findChanges, isEqual, ownValue } from './changes.ts'
import { keysOf, valueUnder, withValueAt } from './json-pointer.ts'

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
  if (value === ownValue(kept.arguments, name)) return kept
  const changes = findChanges(value, ownValue(kept.arguments, name), `/${name}`)
  // What is the same object on both sides need not be compared again.
  if (changes.length === 0)
    return value === undefined ? kept : { ...kept, arguments: { ...kept.arguments, [name]: value } }
  const message = say`FusionAuth does not keep what a lambda writes to ${name}.`
  return {
    arguments: withValueAt(kept.arguments, `/${name}`, value),
    dropped: [
      ...kept.dropped,
      ...changes.map(({ path }) => said<DroppedWrite>({ path, reason: 'read-only', message })),
    ],
  }
}

function keepPlace(kept: KeptArguments, before: JsonObject, rule: WriteRule): KeptArguments {
  const keys = keysOfRule(rule)
  const was = valueUnder(before, keys)
  const is = valueUnder(kept.arguments, keys)
  if (!isDropped(rule, was, is)) return kept
  return {
    arguments: withValueAt(kept.arguments, rule.path, was),
    dropped: [
      ...kept.dropped,
      said<DroppedWrite>({ path: rule.path, reason: 'reserved', message: messageOf(rule) }),
    ],
  }
}

const keysByRule = new WeakMap<WriteRule, readonly string[]>()

/** Rules belong to the catalogue and are asked again for every run. */
function keysOfRule(rule: WriteRule): readonly string[] {
  const keys = keysByRule.get(rule) ?? keysOf(rule.path)
  keysByRule.set(rule, keys)
  return keys
}

function isDropped(rule: WriteRule, was: JsonValue | undefined, is: JsonValue | undefined): boolean {
  if (rule.kind === 'frozen-when-linked' || isEqual(was, is)) return false
  return rule.kind === 'reserved' || !isSmaller(was, is)
}

/** Whether a value shrank: a lower number, fewer of the same entries, or fewer of the same words (`scope`). */
function isSmaller(was: JsonValue | undefined, is: JsonValue | undefined): boolean {
  if (typeof was === 'number') return typeof is === 'number' && is < was
  if (typeof was === 'string') return typeof is === 'string' && isSubset(wordsOf(is), wordsOf(was))
  return isJsonArray(was) && isJsonArray(is) && isSubset(is, was)
}

function wordsOf(text: string): readonly string[] {
  return text.split(' ').filter(Boolean)
}

function isSubset(some: readonly JsonValue[], all: readonly JsonValue[]): boolean {
  return some.every((entry) => all.some((each) => isEqual(entry, each)))
}
