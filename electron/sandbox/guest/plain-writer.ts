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
  // Deeper ones, and those that hold themselves, are for the runtime's own writer.
  const depthLimit = 50
  let size = 0
  let count = 0

  const spend = (length: number): boolean => {
    size -= length
    count--
    return size >= 0 && count >= 0
  }

  const isPlain = (value: unknown, depth: number): boolean => {
    switch (typeof value) {
      case 'string':
        return spend(value.length)
      case 'number':
        return p.isFinite(value) && spend(1)
      case 'boolean':
        return spend(1)
      case 'object':
        return spend(1) && (value === null || isPlainOwner(value, depth))
      default:
        return false
    }
  }

  const isPlainOwner = (owner: object, depth: number): boolean => {
    // It would be asked how to write itself, whether that shows or not.
    if (depth > depthLimit || p.hasOwn(owner, 'toJSON')) return false
    const prototype = p.getPrototypeOf(owner)
    if (p.isArray(owner)) return prototype === p.ArrayPrototype && isPlainArray(owner, depth)
    // A wrapped number, string or boolean may have the prototype of an object, but not its tag.
    return (
      (prototype === p.ObjectPrototype || prototype === null) &&
      isPlainObject(owner, depth) &&
      // Asked last: by now nothing of the lambda can answer.
      p.tagOf(owner) === '[object Object]'
    )
  }

  const isPlainArray = (list: readonly unknown[], depth: number): boolean => {
    for (let at = 0; at < list.length; at++) {
      const item = p.getOwnPropertyDescriptor(list, at)
      if (!item?.enumerable || !isPlainData(item, depth)) return false
    }
    return true
  }

  const isPlainObject = (owner: object, depth: number): boolean => {
    const keys = p.ownKeys(owner)
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at]!
      if (typeof key === 'symbol' || !spend(key.length)) return false
      const property = p.getOwnPropertyDescriptor(owner, key)
      // What does not show is written by neither writer.
      if (!property || (property.enumerable && !isPlainData(property, depth))) return false
    }
    return true
  }

  /** Whether a property is plain and no getter. */
  const isPlainData = (property: PropertyDescriptor, depth: number): boolean =>
    p.hasOwn(property, 'value') && isPlain(property.value, depth + 1)

  /** A lambda may have told all objects how to be written, or what they are. */
  const isWriterTouched = (): boolean =>
    p.hasOwn(p.ObjectPrototype, 'toJSON') ||
    p.hasOwn(p.ObjectPrototype, p.tag) ||
    p.hasOwn(p.ArrayPrototype, 'toJSON') ||
    p.getPrototypeOf(p.ArrayPrototype) !== p.ObjectPrototype

  return (value, sizeLimit, countLimit) => {
    size = sizeLimit
    count = countLimit
    try {
      if (isWriterTouched() || !isPlain(value, 0)) return undefined
      const text = p.quote(value)
      // The writer says half a character so; whoever wrote these letters goes the longer way for nothing.
      if (text.length > sizeLimit || p.indexOf(text, '\\ud') >= 0) return undefined
      return { text, count: countLimit - count }
    } catch {
      return undefined
    }
  }
}
