import type { GuestNoteCode } from '../../contract/models/run-problems.ts'
import type { GuestRecord } from './guest-record.ts'
import type { WritePlain } from './plain-writer.ts'
import type { Primordials } from './primordials.ts'

/** Turns a value that the lambda left into JSON text; undefined where nothing of it can be carried. */
export type Serialize = (value: unknown, name: string) => string | undefined

/** A place in the value that is being written; the outermost has no `up`. */
interface Place {
  readonly up: Place | null
  readonly key: string | number
  /** The object that stands there, for those that hold others. */
  readonly owner: unknown
  readonly depth: number
}

/**
 * Makes the writer of the arguments. It says in notes what JSON cannot carry and where, runs no `toJSON` of the
 * guest, and stops at a depth, a number of values and a size. What is plain, as most arguments are, goes to
 * `writePlain`, which is several times as fast.
 */
export function createSerialize(
  p: Primordials,
  record: GuestRecord,
  writePlain: WritePlain,
  sizeLimit: number,
): Serialize {
  const depthLimit = 200
  const countLimit = 250_000
  let size = 0
  let count = 0
  let capped = false

  const escaped = (key: string | number): string => {
    if (typeof key === 'number') return `${key}`
    if (p.indexOf(key, '~') < 0 && p.indexOf(key, '/') < 0) return p.slice(key, 0, 200)
    let text = ''
    for (let at = 0; at < key.length && at < 200; at++) {
      const unit = key[at]!
      text += unit === '~' ? '~0' : unit === '/' ? '~1' : unit
    }
    return text
  }

  const pointer = (place: Place): string => {
    let text = ''
    for (let at: Place | null = place; at; at = at.up) text = `/${escaped(at.key)}${text}`
    return text
  }

  const note = (code: GuestNoteCode, place: Place, value = ''): string | undefined => {
    record.note(code, value, pointer(place), 0)
    return undefined
  }

  /** Counts what is about to be written; false where it is more than may be. */
  const spend = (length: number, place: Place): boolean => {
    size += length
    count++
    if (capped || (size <= sizeLimit && count <= countLimit)) return !capped
    capped = true
    record.noteCap('output-capped', `${sizeLimit}`, `${countLimit}`, pointer(place), 0)
    return false
  }

  const writeString = (text: string, place: Place): string | undefined => {
    if (!spend(text.length + 3, place)) return undefined
    if (!p.isWellFormed(text)) note('lone-surrogate', place)
    return p.quote(text)
  }

  const writeNumber = (value: number, place: Place): string | undefined => {
    const text = `${value}`
    if (!spend(text.length + 1, place)) return undefined
    if (p.isFinite(value)) return text
    note('number-not-finite', place, text)
    return 'null'
  }

  const writeDate = (date: object, place: Place): string | undefined => {
    let text
    try {
      text = p.dateToIso(date)
    } catch {
      return undefined
    }
    note('date-value', place)
    return p.quote(text)
  }

  const writeProperty = (owner: object, key: string, place: Place): string | undefined => {
    let value: unknown
    try {
      const descriptor = p.getOwnPropertyDescriptor(owner, key)
      if (!descriptor) return write(undefined, place)
      if (!descriptor.enumerable) return undefined
      if (p.hasOwn(descriptor, 'value')) value = descriptor.value as unknown
      else {
        note('getter-value', place)
        value = p.get(owner, key)
      }
    } catch {
      return note('value-unreadable', place)
    }
    return write(value, place)
  }

  const writeArray = (list: readonly unknown[], here: Place): string => {
    let text = '['
    for (let at = 0; at < list.length; at++) {
      const written = writeProperty(list, `${at}`, below(here, at))
      if (capped) break
      if (written === undefined && !spend(5, here)) break
      text += (at ? ',' : '') + (written ?? 'null')
    }
    return text + ']'
  }

  const writeObject = (value: object, here: Place): string => {
    const keys = p.ownKeys(value)
    let text = ''
    for (let at = 0; at < keys.length && !capped; at++) {
      const key = keys[at]!
      if (typeof key === 'symbol') {
        note('symbol-key', here)
        continue
      }
      const place = below(here, key)
      if (!spend(key.length + 3, place)) break
      const written = writeProperty(value, key, place)
      if (written !== undefined) text += (text && ',') + p.quote(key) + ':' + written
    }
    return `{${text}}`
  }

  const below = (here: Place, key: string | number): Place => ({
    up: here,
    key,
    owner: null,
    depth: here.depth + 1,
  })

  const isNested = (value: object, up: Place | null): boolean => {
    for (let at = up; at; at = at.up) if (at.owner === value) return true
    return false
  }

  /** What no JSON object and no array is: a Date, or an object of a class, a Map and the like. */
  const writeOdd = (value: object, place: Place): string | undefined => {
    const prototype = p.getPrototypeOf(value)
    if (prototype === p.ObjectPrototype || prototype === null) return undefined
    const text = writeDate(value, place)
    if (text === undefined) note('object-not-plain', place)
    return text
  }

  const writeNested = (value: object, place: Place): string | undefined => {
    if (isNested(value, place.up)) return note('circular-value', place)
    if (place.depth > depthLimit) return note('value-too-deep', place, `${depthLimit}`)
    if (!spend(3, place)) return undefined
    const here: Place = { up: place.up, key: place.key, owner: value, depth: place.depth }
    try {
      if (p.isArray(value)) return writeArray(value, here)
      return writeOdd(value, place) ?? writeObject(value, here)
    } catch {
      return note('value-unreadable', place)
    }
  }

  const write = (value: unknown, place: Place): string | undefined => {
    if (value === null) return spend(5, place) ? 'null' : undefined
    switch (typeof value) {
      case 'string':
        return writeString(value, place)
      case 'number':
        return writeNumber(value, place)
      case 'boolean':
        return spend(6, place) ? `${value}` : undefined
      case 'object':
        return writeNested(value, place)
      case 'undefined':
        return note('undefined-value', place)
      default: {
        const type = typeof value as 'bigint' | 'function' | 'symbol'
        return note(`${type}-value`, place)
      }
    }
  }

  return (value, name) => {
    const plain = writePlain(value, sizeLimit - size, countLimit - count)
    if (!plain) return write(value, { up: null, key: name, owner: null, depth: 1 })
    size += plain.text.length
    count += plain.count
    return plain.text
  }
}
