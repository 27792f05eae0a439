import type { GuestRecord } from './guest-record.ts'
import type { Primordials } from './primordials.ts'

/** Turns a value that the lambda left into JSON text; undefined where nothing of it can be carried. */
export type Serialize = (value: unknown, path: string) => string | undefined

/**
 * Makes the writer of the arguments. It says in notes what JSON cannot carry and where, runs no `toJSON` of the
 * guest, and stops at a depth and a size.
 */
export function createSerialize(p: Primordials, record: GuestRecord, sizeLimit: number): Serialize {
  const depthLimit = 200
  const ancestors: unknown[] = []
  let size = 0
  let capped = false

  const note = (code: string, path: string, what: string): undefined => {
    record.note(code, what, { path })
    return undefined
  }

  const spend = (text: string, path: string): string => {
    // The constant stands for the punctuation around a value.
    size += text.length + 2
    if (size > sizeLimit && !capped) {
      capped = true
      note(
        'output-capped',
        path,
        `The arguments are larger than ${sizeLimit} characters; the rest is left out.`,
      )
    }
    return capped ? 'null' : text
  }

  const writeString = (text: string, path: string): string => {
    if (!p.isWellFormed(text))
      note('lone-surrogate', path, 'The text holds half a character, which UTF-8 cannot carry.')
    // The estimate keeps a huge string from being quoted only to be thrown away.
    return size + text.length > sizeLimit ? spend(text, path) : spend(p.quote(text), path)
  }

  const writeNumber = (value: number, path: string): string => {
    if (p.isFinite(value)) return spend(`${value}`, path)
    note('number-not-finite', path, `${value} is no JSON number; it becomes null.`)
    return 'null'
  }

  const writeDate = (date: object, path: string): string | undefined => {
    let text
    try {
      p.dateToTime(date)
      text = p.dateToIso(date)
    } catch {
      return undefined
    }
    note('date-value', path, 'A Date is shown as ISO text; what FusionAuth keeps of one is not documented.')
    return spend(p.quote(text), path)
  }

  const pointer = (path: string, key: string): string => {
    let escaped = ''
    for (let at = 0; at < key.length; at++) {
      const unit = key[at]!
      escaped += unit === '~' ? '~0' : unit === '/' ? '~1' : unit
    }
    return `${path}/${escaped}`
  }

  const readProperty = (owner: object, key: string, path: string): { value: unknown } | undefined => {
    try {
      const descriptor = p.getOwnPropertyDescriptor(owner, key)
      if (!descriptor?.enumerable) return undefined
      if (!descriptor.get) return { value: descriptor.value as unknown }
      note('getter-value', path, 'The value comes from a getter; FusionAuth may not call it.')
      return { value: p.get(owner, key) as unknown }
    } catch {
      note('value-unreadable', path, 'Reading the value threw; it is left out.')
      return
    }
  }

  const writeArray = (list: readonly unknown[], path: string): string => {
    let text = '['
    for (let at = 0; at < list.length && !capped; at++) {
      const place = `${path}/${at}`
      text += (at ? ',' : '') + (write(readProperty(list, `${at}`, place)?.value, place) ?? 'null')
    }
    return text + ']'
  }

  const writeObject = (value: object, path: string): string => {
    let text = '{'
    const keys = p.ownKeys(value)
    for (let at = 0; at < keys.length && !capped; at++) {
      const key = keys[at]!
      if (typeof key === 'symbol') {
        note('symbol-key', path, 'A property whose key is a symbol is left out.')
        continue
      }
      const place = pointer(path, key)
      size += key.length
      const property = readProperty(value, key, place)
      const written = property && write(property.value, place)
      if (written !== undefined) text += (text.length > 1 ? ',' : '') + p.quote(key) + ':' + written
    }
    return text + '}'
  }

  const isNested = (value: object): boolean => {
    for (let at = 0; at < ancestors.length; at++) if (ancestors[at] === value) return true
    return false
  }

  const enter = (value: object, path: string): string | undefined => {
    if (isNested(value)) {
      note('circular-value', path, 'The value holds itself; it is left out here.')
      return
    }
    if (ancestors.length >= depthLimit) {
      note('value-too-deep', path, `Nested deeper than ${depthLimit}; left out.`)
      return
    }
    p.push(ancestors, value)
    spend('', path)
    try {
      return p.isArray(value) ? writeArray(value, path) : (writeDate(value, path) ?? writeObject(value, path))
    } catch {
      note('value-unreadable', path, 'Reading the value threw; it is left out.')
      return
    } finally {
      ancestors.length -= 1
    }
  }

  const write = (value: unknown, path: string): string | undefined => {
    if (capped) return 'null'
    if (value === null) return 'null'
    switch (typeof value) {
      case 'string':
        return writeString(value, path)
      case 'number':
        return writeNumber(value, path)
      case 'boolean':
        return value ? 'true' : 'false'
      case 'object':
        return enter(value, path)
      case 'undefined': {
        note('undefined-value', path, 'undefined is not carried; the field is missing afterwards.')
        return
      }
      default: {
        note(`${typeof value}-value`, path, `A ${typeof value} cannot be carried as JSON; it is left out.`)
        return
      }
    }
  }

  return write
}
