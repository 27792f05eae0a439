import type { Primordials } from './primordials.ts'

/** What a value is as JSON text, and how many values it holds. */
export interface PlainText {
  readonly text: string
  readonly count: number
}

/**
 * Writes a value with the engine's own JSON writer, where that writes just what the runtime's would and has nothing
 * to note: plain objects and arrays that hold data alone. Undefined for all else; then nothing has been written.
 * Reads everything twice, so that it is not for what may differ the second time, as a proxy may.
 */
export type WritePlain = (value: unknown, sizeLimit: number, countLimit: number) => PlainText | undefined

export function createPlainWriter(p: Primordials): WritePlain {
  // Names of the function's own are the fastest for what is asked of every value.
  const { getOwnPropertyDescriptor, getPrototypeOf, hasOwn, isArray, isFinite, ownKeys, tagOf } = p
  const { ArrayPrototype, ObjectPrototype } = p
  // Deeper ones, and those that hold themselves, are for the runtime's own writer.
  const depthLimit = 50
  let size = 0
  let count = 0

  const isPlainOwner = (owner: object, depth: number): boolean => {
    // It would be asked how to write itself, whether that shows or not.
    if (depth > depthLimit || hasOwn(owner, 'toJSON')) return false
    const prototype = getPrototypeOf(owner)
    if (isArray(owner)) return prototype === ArrayPrototype && isPlainArray(owner, depth)
    // A wrapped number, string or boolean may have the prototype of an object, but not its tag.
    return (
      (prototype === ObjectPrototype || prototype === null) &&
      isPlainObject(owner, depth) &&
      // Asked last: by now nothing of the lambda can answer.
      tagOf(owner) === '[object Object]'
    )
  }

  const isPlainArray = (list: readonly unknown[], depth: number): boolean => {
    for (let at = 0; at < list.length; at++) {
      const item = getOwnPropertyDescriptor(list, at)
      if (!item?.enumerable || !isPlain(item.value, depth + 1)) return false
    }
    return true
  }

  const isPlainObject = (owner: object, depth: number): boolean => {
    const keys = ownKeys(owner)
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at]!
      if (typeof key === 'symbol') return false
      size -= key.length
      count--
      const property = getOwnPropertyDescriptor(owner, key)
      // What does not show is written by neither writer.
      if (!property || (property.enumerable && !isPlain(property.value, depth + 1))) return false
    }
    return true
  }

  /** Counts on the way, for what is over a limit to be found before anything is written. */
  const isPlain = (value: unknown, depth: number): boolean => {
    count--
    switch (typeof value) {
      case 'string':
        size -= value.length
        return true
      case 'number':
        return isFinite(value)
      case 'boolean':
        return true
      case 'object':
        return value === null || (size >= 0 && count >= 0 && isPlainOwner(value, depth))
      default:
        return false
    }
  }

  /**
   * A lambda may have told all objects how to be written, or what they are; or what the value of a getter is, which
   * has none of its own in its descriptor.
   */
  const isWriterTouched = (): boolean =>
    hasOwn(ObjectPrototype, 'toJSON') ||
    hasOwn(ObjectPrototype, p.tag) ||
    hasOwn(ObjectPrototype, 'value') ||
    hasOwn(ArrayPrototype, 'toJSON') ||
    getPrototypeOf(ArrayPrototype) !== ObjectPrototype

  return (value, sizeLimit, countLimit) => {
    size = sizeLimit
    count = countLimit
    try {
      if (isWriterTouched() || !isPlain(value, 0) || size < 0 || count < 0) return undefined
      const text = p.quote(value)
      // The writer says half a character so; whoever wrote these letters goes the longer way for nothing.
      if (text.length > sizeLimit || p.indexOf(text, '\\ud') >= 0) return undefined
      return { text, count: countLimit - count }
    } catch {
      return undefined
    }
  }
}
