import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../contract/json.ts'
import type { ValueChange } from '../../contract/models/run.ts'

/** Differences that a report lists; whoever changes more is better served by the arguments themselves. */
export const changeLimit = 1000

/** A JSON Pointer one step down; RFC 6901 escapes `~` and `/`. */
export function pointer(path: string, key: string | number): string {
  return `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/**
 * What differs between two JSON values: objects by key, arrays by index. `path` is the JSON Pointer at which both
 * stand. Making the changes one after the other, as RFC 6902 does, turns `before` into `after`: what is gone from
 * the end of an array comes last first. Stops after `limit` changes.
 */
export function findChanges(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  path = '',
  limit = changeLimit,
): ValueChange[] {
  const found: ValueChange[] = []
  const compare = (was: JsonValue | undefined, is: JsonValue | undefined, at: () => string): void => {
    if (found.length >= limit || was === is) return
    if (was === undefined) found.push({ path: at(), kind: 'added', after: is })
    else if (is === undefined) found.push({ path: at(), kind: 'removed', before: was })
    else if (isJsonArray(was) && isJsonArray(is)) compareArrays(was, is, at)
    else if (isJsonObject(was) && isJsonObject(is)) compareObjects(was, is, at)
    else found.push({ path: at(), kind: 'changed', before: was, after: is })
  }
  const compareArrays = (was: readonly JsonValue[], is: readonly JsonValue[], at: () => string): void => {
    for (let index = 0; index < is.length && found.length < limit; index++) {
      if (was[index] === is[index]) continue
      compare(was[index], is[index], () => pointer(at(), index))
    }
    for (let index = was.length - 1; index >= is.length && found.length < limit; index--) {
      compare(was[index], undefined, () => pointer(at(), index))
    }
  }
  const compareObjects = (was: JsonObject, is: JsonObject, at: () => string): void => {
    for (const key of Object.keys(was)) {
      // What an object inherits is no JSON value, so that what is the same is its own.
      if (was[key] !== is[key]) compare(was[key], ownValue(is, key), () => pointer(at(), key))
    }
    for (const key of Object.keys(is)) {
      if (!Object.hasOwn(was, key)) compare(undefined, is[key], () => pointer(at(), key))
    }
  }
  compare(before, after, () => path)
  return found
}

/** Whether two JSON values are equal, whatever the order of their keys. */
export function isEqual(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return a === b || findChanges(a, b, '', 1).length === 0
}

/** The own value of a key: `__proto__` may be one, and must not be read off the prototype. */
export function ownValue(owner: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(owner, key) ? owner[key] : undefined
}
