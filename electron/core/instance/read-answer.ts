import pLimit from 'p-limit'
import type { ErrorData } from '../../contract/errors.ts'
import { said, say, type Worded } from '../../contract/words.ts'
import type { Connection } from './connection.ts'
import { InstanceError } from './instance-error.ts'

/** The studio's own limit for one answer: 100,000 lambdas of a usual size fit. */
const largestAnswer = 256 * 1024 * 1024
/** Each value takes many times the memory of its text: 100,000 lambdas have 2 million. */
const mostValues = 8_000_000
/** Shorter answers cannot have as many. */
const countedFrom = 2 * mostValues

/** Bytes of an answer that are read whatever else is being read. */
const smallAnswer = 16 * 1024 * 1024
/** What is larger is read one answer after another: twenty at once would take the memory of twenty. */
const largeAnswers = pLimit(1)

/** Reads an answer to its end. @throws InstanceError `instance-answer-too-large`; what the network throws */
export async function readBody(response: Response): Promise<Uint8Array> {
  const reading = response.body?.getReader()
  if (!reading) return new Uint8Array()
  const chunks: Uint8Array[] = []
  try {
    const length = await readChunks(reading, chunks, smallAnswer)
    if (length > smallAnswer)
      await largeAnswers(async () => {
        if (length + (await readChunks(reading, chunks, largestAnswer - length)) > largestAnswer)
          throw new InstanceError(tooLarge(say`${largestAnswer} bytes`), response.status)
      })
    return Buffer.concat(chunks)
  } finally {
    // What is read to its end, or has failed, takes no notice.
    await reading.cancel().catch(() => undefined)
  }
}

/** Adds what comes, to its end or until it is more than so many bytes; gives how many it was. */
async function readChunks(
  reading: ReadableStreamDefaultReader<Uint8Array>,
  chunks: Uint8Array[],
  most: number,
): Promise<number> {
  let length = 0
  while (length <= most) {
    const { done, value } = await reading.read()
    if (done) break
    length += value.length
    chunks.push(value)
  }
  return length
}

/** The JSON of an answer; undefined where its body is empty. @throws InstanceError */
export function parseAnswer(connection: Connection, response: Response, bytes: Uint8Array): unknown {
  if (bytes.length >= countedFrom && countValues(bytes) > mostValues)
    throw new InstanceError(tooLarge(say`${mostValues} values`), response.status)
  const text = new TextDecoder().decode(bytes)
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    const isJson = /\bjson\b/i.test(response.headers.get('content-type') ?? '')
    throw new InstanceError(isJson ? broken(connection) : notFusionAuth(connection), response.status)
  }
}

const [quote, backslash] = [0x22, 0x5c]
/** Commas and opening brackets: each has a value after it, but for empty objects and lists. */
const beforeValues: ReadonlySet<number> = new Set([0x2c, 0x5b, 0x7b])

/** How many values JSON text has, about; the text need not be JSON. */
function countValues(bytes: Uint8Array): number {
  let count = 0
  let isInText = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === backslash) at++
    else if (byte === quote) isInText = !isInText
    else if (!isInText && beforeValues.has(byte ?? 0)) count++
  }
  return count
}

/** @throws InstanceError `instance-redirected` for an answer that sends elsewhere: the key must not go there */
export function refuseRedirect(connection: Connection, response: Response): void {
  if (response.status < 300 || response.status > 399) return
  const location = response.headers.get('location') ?? ''
  const target = URL.canParse(location, connection.url) ? new URL(location, connection.url) : null
  throw redirected(connection, target && target.origin)
}

export function redirected({ url }: Connection, origin: string | null): InstanceError {
  const { host } = new URL(url)
  return new InstanceError(
    {
      code: 'instance-redirected',
      message: origin
        ? say`${host} sends requests elsewhere, to ${origin}; the studio does not follow with the key.`
        : say`${host} sends requests elsewhere; the studio does not follow with the key.`,
      hint: 'Set the address of the instance to where it leads, if you trust it.',
    },
    null,
  )
}

function tooLarge(limit: Worded): ErrorData {
  return said<ErrorData>({
    code: 'instance-answer-too-large',
    message: say`The answer has more than ${limit}, which is more than the studio reads.`,
    hint: 'Check that the address is that of a FusionAuth instance.',
  })
}

function broken({ url }: Connection): ErrorData {
  return said<ErrorData>({
    code: 'instance-answer-broken',
    message: say`The answer of ${new URL(url).host} is no whole JSON.`,
    hint: 'Something between may cut answers short, such as a proxy; try again.',
  })
}

function notFusionAuth({ url }: Connection): ErrorData {
  return said<ErrorData>({
    code: 'instance-not-fusionauth',
    message: say`${new URL(url).host} answered with a page or text instead of FusionAuth's JSON.`,
    hint: 'Check the address: it may be that of a login page, a proxy, or another program.',
  })
}
