import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/json.ts'
import { PatchFault } from './patch-fault.ts'

type Tokens = readonly string[]

/** The reference tokens of a JSON Pointer (RFC 6901). */
export function parsePointer(pointer: string): string[] {
  if (pointer === '') return []
  if (!pointer.startsWith('/')) throw new PatchFault(`[${pointer.slice(0, 80)}] is not a JSON Pointer`)
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

export function valueAt(document: JsonValue, tokens: Tokens): JsonValue {
  return tokens.reduce((value, token) => child(value, token), document)
}

/** A copy with a value set at a place that exists, or with a new property or list element there. */
export function withAdded(document: JsonValue, tokens: Tokens, value: JsonValue): JsonValue {
  return changeAt(document, tokens, value, (parent, token) => {
    if (!isList(parent)) return withProperty(parent as JsonObject, token, value)
    const index = token === '-' ? parent.length : listIndex(token, parent.length + 1)
    return parent.toSpliced(index, 0, value)
  })
}

export function withReplaced(document: JsonValue, tokens: Tokens, value: JsonValue): JsonValue {
  return changeAt(document, tokens, value, (parent, token) => {
    child(parent, token)
    if (!isList(parent)) return withProperty(parent as JsonObject, token, value)
    return parent.with(listIndex(token, parent.length), value)
  })
}

export function withRemoved(document: JsonValue, tokens: Tokens): JsonValue {
  return changeAt(document, tokens, null, (parent, token) => {
    child(parent, token)
    if (isList(parent)) return parent.toSpliced(listIndex(token, parent.length), 1)
    return Object.fromEntries(Object.entries(parent as JsonObject).filter(([name]) => name !== token))
  })
}

type Change = (parent: JsonValue, token: string) => JsonValue

/** Copies what lies on the way to a place; everything beside it is shared with the original. */
function changeAt(document: JsonValue, tokens: Tokens, whole: JsonValue, change: Change): JsonValue {
  const [token, ...rest] = tokens
  if (token === undefined) return whole
  if (typeof document !== 'object' || document === null) throw missing(token)
  if (rest.length === 0) return change(document, token)
  const inner = changeAt(child(document, token), rest, whole, change)
  return isList(document)
    ? document.with(listIndex(token, document.length), inner)
    : withProperty(document, token, inner)
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}

function withProperty(parent: JsonObject, name: string, value: JsonValue): JsonObject {
  return Object.fromEntries(new Map(Object.entries(parent)).set(name, value))
}

function child(parent: JsonValue, token: string): JsonValue {
  if (isList(parent)) return parent[listIndex(token, parent.length)] ?? null
  const value = isJsonObject(parent) && Object.hasOwn(parent, token) ? parent[token] : undefined
  if (value === undefined) throw missing(token)
  return value
}

function listIndex(token: string, end: number): number {
  const index = /^(0|[1-9]\d*)$/.test(token) ? Number(token) : NaN
  if (!(index < end)) throw missing(token)
  return index
}

function missing(token: string): PatchFault {
  return new PatchFault(`there is nothing at [${token.slice(0, 80)}]`)
}
