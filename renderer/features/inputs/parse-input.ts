import { isJsonObject, type JsonObject } from '../../../electron/contract/json.ts'
import { jsonFaultOffset } from './json-fault.ts'

/** A place in a text, both counted from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

export type ParsedInput =
  | { readonly ok: true; readonly input: JsonObject }
  | { readonly ok: false; readonly reason: 'empty' | 'not-json' | 'not-an-object'; readonly place: Place }

const start: Place = { line: 1, column: 1 }

/** Reads the input editor's text: an object keyed by parameter name, or why it is none and where. */
export function parseInput(text: string): ParsedInput {
  if (text.trim() === '') return { ok: false, reason: 'empty', place: start }
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value)
      ? { ok: true, input: value }
      : { ok: false, reason: 'not-an-object', place: firstToken(text) }
  } catch {
    return { ok: false, reason: 'not-json', place: placeAt(text, jsonFaultOffset(text)) }
  }
}

/** The input of a sample as the editor shows it. */
export function formatInput(input: JsonObject): string {
  return `${JSON.stringify(input, null, 2)}\n`
}

function firstToken(text: string): Place {
  return placeAt(text, text.length - text.trimStart().length)
}

function placeAt(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
