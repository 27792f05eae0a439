import type { JsonValue } from '../../contract/json.ts'
import { refuse } from './refusal.ts'

/**
 * The largest body that is taken. FusionAuth documents no limit and no answer; 413 is HTTP's own word for it.
 * A replacement of 100,000 members with their ids still fits.
 */
const maximumBytes = 8 * 1024 * 1024
/** Beyond this the rest is not even read, which ends the connection. */
const drainedBytes = 64 * 1024 * 1024
/** As deep as Jackson, FusionAuth's parser, goes by default. */
const maximumDepth = 1000
/** Enough for 100,000 members with ids and data; each value of a wrong type costs far more than its bytes. */
const maximumValues = 600_000

/**
 * Reads a body to its end as text; undefined where there is none.
 * One that is too large is read on and thrown away, so that the client gets to see the answer.
 */
export async function readBody(request: Request): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length <= maximumBytes) chunks.push(chunk)
    if (length > drainedBytes) break
  }
  if (length > maximumBytes) {
    refuse('RequestBodyTooLarge', `A body of more than ${maximumBytes} bytes is not taken.`, 413)
  }
  return length === 0 ? undefined : decode(Buffer.concat(chunks))
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    refuse('invalidJSON', 'The body is not valid UTF-8.')
  }
}

/** Parses a body as JSON. Its message leaves out the parser's own, which would repeat the body. */
export function parseBody(text: string): JsonValue {
  let value: JsonValue
  try {
    value = JSON.parse(text) as JsonValue
  } catch {
    refuse('invalidJSON', 'The body is not valid JSON.')
  }
  checkSize(value)
  return value
}

/** Refuses a value that is nested too deep to be walked safely, or has too many values in it. */
export function checkSize(value: JsonValue): void {
  let values = 0
  const pending: { value: JsonValue; depth: number }[] = [{ value, depth: 0 }]
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue
    const inner = Object.values(next.value)
    values += inner.length
    if (values > maximumValues) {
      refuse('RequestBodyTooLarge', `JSON of more than ${maximumValues} values is not taken.`, 413)
    }
    if (next.depth >= maximumDepth) {
      refuse('invalidJSON', `The JSON is nested deeper than ${maximumDepth} levels.`)
    }
    for (const child of inner) pending.push({ value: child, depth: next.depth + 1 })
  }
}
