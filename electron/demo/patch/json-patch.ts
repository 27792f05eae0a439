import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { JsonValue } from '../../contract/json.ts'
import { PatchFault } from './patch-fault.ts'
import { parsePointer, valueAt, withAdded, withRemoved, withReplaced } from './pointer.ts'
import { copiedOnTheWay, weigh } from './weight.ts'

const value = z.custom<JsonValue>((given) => given !== undefined)
const path = z.string()

const operations = z.array(
  z.discriminatedUnion('op', [
    z.object({ op: z.literal('add'), path, value }),
    z.object({ op: z.literal('remove'), path }),
    z.object({ op: z.literal('replace'), path, value }),
    z.object({ op: z.literal('move'), path, from: path }),
    z.object({ op: z.literal('copy'), path, from: path }),
    z.object({ op: z.literal('test'), path, value }),
  ]),
)
type Operation = z.infer<typeof operations>[number]

/** A few hundred bytes of `copy` could double a document into gigabytes; and each operation copies its way. */
const maximumCopied = 8 * 1024 * 1024
const maximumOperations = 10_000
/** About a second's work. */
const maximumWork = 50_000_000

/**
 * JSON Patch (RFC 6902): all operations or none.
 * @throws PatchFault
 */
export function applyJsonPatch(document: JsonValue, patch: JsonValue): JsonValue {
  const parsed = operations.safeParse(patch)
  if (!parsed.success) throw new PatchFault('the body is not a list of operations as in RFC 6902')
  if (parsed.data.length > maximumOperations) {
    throw new PatchFault(`a patch of more than ${maximumOperations} operations is not taken`)
  }
  let [copied, work] = [0, 0]
  return parsed.data.reduce((current, operation) => {
    work += copiedOnTheWay(current, parsePointer(operation.path))
    if (operation.op === 'move') work += copiedOnTheWay(current, parsePointer(operation.from))
    if (operation.op === 'copy')
      copied += weigh(valueAt(current, parsePointer(operation.from)), maximumCopied)
    if (copied > maximumCopied || work > maximumWork) throw new PatchFault('the patch is too much work')
    return applyOperation(current, operation)
  }, document)
}

function applyOperation(document: JsonValue, operation: Operation): JsonValue {
  const tokens = parsePointer(operation.path)
  switch (operation.op) {
    case 'add':
      return withAdded(document, tokens, operation.value)
    case 'remove':
      return withRemoved(document, tokens)
    case 'replace':
      return withReplaced(document, tokens, operation.value)
    case 'copy':
      return withAdded(document, tokens, valueAt(document, parsePointer(operation.from)))
    case 'move':
      return move(document, operation.from, operation.path)
    case 'test':
      if (isDeepStrictEqual(valueAt(document, tokens), operation.value)) return document
      throw new PatchFault(`the test at [${operation.path.slice(0, 80)}] does not hold`)
  }
}

function move(document: JsonValue, from: string, path: string): JsonValue {
  if (path.startsWith(`${from}/`)) throw new PatchFault('a value cannot be moved into itself')
  const moved = valueAt(document, parsePointer(from))
  return withAdded(withRemoved(document, parsePointer(from)), parsePointer(path), moved)
}
